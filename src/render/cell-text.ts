import { compare, decimal, type Exact, fixedText, multiply, plainText, sign, toNumber } from '../math/exact.ts';
import { grouped } from '../note.ts';
import type { Cell, Column, Figure, Sentence } from '../report/report.ts';

export const isExact = (cell: Cell): cell is Exact =>
  typeof cell === 'number' || (typeof cell === 'object' && cell !== null && 'numerator' in cell);

/** A cell for machines: all digits, never grouped, nothing for null. */
export function machineText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return cell;
  if (isExact(cell)) return plainText(cell);
  return 'sentence' in cell ? sentenceText(cell.sentence) : cell.join(' ');
}

/** A cell for people; `digits` is the column's number of decimals. */
export function humanText(cell: Cell, { kind }: Pick<Column, 'kind'>, digits: number): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return cell;
  if (kind === 'sparkline') return sparkline(cell as readonly (number | null)[]);
  if (!isExact(cell)) return machineText(cell);
  if (kind === 'ratio') return `${signed(cell, percent(cell))} %`;
  if (kind === 'share') return `${percent(cell)} %`;
  if (kind === 'points') return `${signed(cell, percent(cell))} pp`;
  if (kind === 'p-value') return probability(cell);
  return kind === 'difference' ? signed(cell, grouped(fixedText(cell, digits))) : grouped(fixedText(cell, digits));
}

/** Three decimals, and no false zero. */
const probability = (p: Exact): string => (compare(p, decimal(1n, 3)) < 0 ? '<0.001' : fixedText(p, 3));

const percent = (ratio: Exact): string => grouped(fixedText(multiply(ratio, 100), 1));

/** The text with a plus where the value is above zero and does not round to it. */
const signed = (value: Exact, text: string): string => (sign(value) > 0 && /[1-9]/.test(text) ? `+${text}` : text);

/** How many decimals a column of figures needs: none for whole numbers, else enough for three significant digits. */
export function columnDigits(cells: Iterable<Cell>): number {
  let largest = 0;
  let fractions = false;
  for (const cell of cells) {
    if (cell === null || !isExact(cell)) continue;
    largest = Math.max(largest, Math.abs(toNumber(cell)));
    if (typeof cell !== 'number') fractions = true;
  }
  if (!fractions || largest === 0) return 0;
  return Math.min(6, Math.max(1, 2 - Math.floor(Math.log10(largest))));
}

/** A sentence with its figures written out; bare ratios, since the words say the direction. */
export function sentenceText(sentence: Sentence): string {
  return sentence.map((part) => (typeof part === 'string' ? part : figureText(part))).join('');
}

function figureText({ value, kind }: Figure): string {
  const digits = columnDigits([value]);
  if (kind === 'ratio') return `${percent(value).replace(/^-/, '')} %`;
  if (kind === 'percentage') return percent(value).replace(/^-/, '');
  if (kind === 'points') return `${grouped(fixedText(value, Math.max(1, digits))).replace(/^-/, '')} points`;
  return humanText(value, { kind: kind === 'signed-ratio' ? 'ratio' : kind }, digits);
}

const BARS = '▁▂▃▄▅▆▇█';

/** One bar per value from the lowest to the highest, a point where there is none. */
function sparkline(values: readonly (number | null)[]): string {
  const present = values.filter((value) => value !== null);
  const [low, high] = [Math.min(...present), Math.max(...present)];
  const bar = (value: number) =>
    BARS[high === low ? 3 : Math.round(((value - low) / (high - low)) * (BARS.length - 1))];
  return values.map((value) => (value === null ? '·' : bar(value))).join('');
}
