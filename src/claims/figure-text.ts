import { compare, decimal, type Exact, fixedText, multiply, sign } from '../math/exact.ts';
import { grouped } from '../note.ts';
import type { StatementKind } from './statement.ts';

/** A figure in words of its kind: `+40.0 %`, `-3.5 points`, `14.3 %`, `1.98 times`, `85,750`. */
export function figureText(kind: StatementKind, value: Exact): string {
  if (kind === 'change') return `${signed(value, percent(value))} %`;
  if (kind === 'points') return `${signed(value, percent(value))} points`;
  if (kind === 'share' || kind === 'shares') return `${percent(value)} %`;
  if (kind === 'ratio') return `${fixedText(value, 2)} times`;
  return kind === 'difference' ? signed(value, quantityText(value)) : quantityText(value);
}

/** A quantity with decimals only where it has some. */
export function quantityText(value: Exact): string {
  const digits = typeof value === 'number' || compare(value, decimal(1000n, 0)) >= 0 ? 0 : 1;
  return grouped(fixedText(value, digits));
}

/** The same without a sign, after a word of direction. */
export const unsigned = (text: string): string => text.replace(/^[-+]/, '');

const percent = (ratio: Exact): string => grouped(fixedText(multiply(ratio, 100), 1));

const signed = (value: Exact, text: string): string => (sign(value) > 0 && /[1-9]/.test(text) ? `+${text}` : text);
