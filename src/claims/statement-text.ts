import { compare, type Exact, fraction, multiply, negate, plainText, sign } from '../math/exact.ts';
import type { Stated, Statement } from './statement.ts';

/** A statement in one line: `change nearly +40 % from 1200 to 1680 crossings; over 6m; against year`. */
export function statementText(statement: Statement): string {
  const windows = [
    ['over', statement.over],
    ['against', statement.against],
  ] as const;
  const said = windows.flatMap(([word, window]) => (window === null ? [] : [`${word} ${window}`]));
  return [figureText(statement), ...said].join('; ');
}

/** The figure alone, as it was stated: `more-than +40 %`. */
export const statedText = ({ kind, figure }: Statement): string => (figure === null ? '' : numberText(kind, figure));

function figureText(statement: Statement): string {
  const { kind, figure, high, part, whole, from, to, unit, per } = statement;
  const ofPart = part !== null && whole !== null ? `${plainText(part)} of ${plainText(whole)}` : '';
  const ofWhole = part === null && whole !== null ? `of ${plainText(whole)}` : '';
  const percent = figure && part !== null ? `${numberText(kind, figure)},` : figure && numberText(kind, figure);
  return [
    kind,
    percent ?? '',
    high === null ? '' : `to ${numberText(kind, { value: high, hedge: null })}`,
    ofPart || ofWhole,
    end('from', from, statement),
    end('to', to, statement),
    unit ?? '',
    per === null ? '' : `per ${per}`,
  ]
    .filter((word) => word !== '')
    .join(' ');
}

function end(word: string, value: Stated | null, { kind }: Statement): string {
  if (value === null) return '';
  const percent = kind === 'shares' || kind === 'points';
  return `${word} ${numberText(percent ? 'share' : 'level', value)}`;
}

function numberText(kind: Statement['kind'], { value, hedge }: Pick<Stated, 'value' | 'hedge'>): string {
  const text = {
    change: () => percentText(value, true),
    points: () => signed(multiply(value, 100)),
    share: () => percentText(value, false),
    difference: () => signed(value),
    ratio: () => fractionText(value),
    level: () => plainText(value),
    shares: () => '',
    levels: () => '',
  }[kind]();
  return hedge === null ? text : `${hedge} ${text}`;
}

/** `+40 %`; a third, which has no end as a decimal, stays `1/3`. */
function percentText(value: Exact, hasSign: boolean): string {
  const percent = multiply(value, 100);
  if (isThirds(percent)) return fractionText(value);
  return `${hasSign ? signed(percent) : plainText(percent)} %`;
}

const signed = (value: Exact): string => (sign(value) > 0 ? `+${plainText(value)}` : plainText(value));

const isThirds = (x: Exact): boolean =>
  typeof x !== 'number' && compare(x, truncated(x)) !== 0 && compare(multiply(x, 3), truncated(multiply(x, 3))) === 0;

const truncated = (x: Exact): Exact => (typeof x === 'number' ? x : fraction(x.numerator / x.denominator, 1n));

function fractionText(value: Exact): string {
  if (!isThirds(value)) return plainText(value);
  const top = plainText(multiply(sign(value) < 0 ? negate(value) : value, 3));
  return `${sign(value) < 0 ? '-' : ''}${top}/3`;
}
