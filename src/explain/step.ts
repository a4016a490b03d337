import { add, compare, decimal, divide, type Exact, multiply, plainText, sign, subtract } from '../math/exact.ts';
import { grouped } from '../note.ts';
import type { Step } from './derivation.ts';

/** A figure with all its digits, as a formula holds it. */
export const digits = (x: Exact | null): string => (x === null ? 'no value' : grouped(plainText(x)));

/** A figure after an operator: below zero it stands in parentheses. */
export const operand = (x: Exact | null): string => (x !== null && sign(x) < 0 ? `(${digits(x)})` : digits(x));

/** `change = value - previous = 85,750 - 61,250 = 24,500`; without a value the line ends before it. */
export function step(
  name: string,
  words: string,
  numbers: string,
  value: Exact | null,
  isRounded = value !== null && goesOn(value),
): Step {
  const parts = [name, words, numbers].filter((part, i, all) => part !== '' && part !== all[i - 1]).join(' = ');
  const isSaid = value === null || parts.endsWith(`= ${digits(value)}`);
  return { name, value, formula: isSaid ? parts : `${parts} ${isRounded ? '≈' : '='} ${digits(value)}` };
}

/** True where the digits of a figure go on after those that are shown; the arithmetic goes on with all of them. */
const goesOn = (x: Exact): boolean => typeof x !== 'number' && compare(x, decimalOf(plainText(x))) !== 0;

function decimalOf(text: string): Exact {
  const [whole = '', decimals = ''] = text.split('.');
  return decimal(BigInt(whole + decimals), decimals.length);
}

/** A named value in a formula. */
export interface Term {
  readonly name: string;
  readonly value: Exact | null;
}

type Operation = (x: Exact, y: Exact) => Exact | null;

/** A line of arithmetic on two terms, which works out its value; it has none where one of them has none. */
const operation =
  (sign: string, of: Operation) =>
  (name: string, x: Term, y: Term): Step => {
    const value = x.value === null || y.value === null ? null : of(x.value, y.value);
    return step(name, `${x.name} ${sign} ${y.name}`, `${digits(x.value)} ${sign} ${operand(y.value)}`, value);
  };

export const difference = operation('-', subtract);
export const quotient = operation('/', (x, y) => (sign(y) === 0 ? null : divide(x, y)));
export const product = operation('*', multiply);
export const addition = operation('+', add);

/** How many terms a line of arithmetic spells out. */
const MOST_TERMS = 12;

/** `3 + 4 + 5`; of many the first and the last, and how many they are. */
export function termList(values: readonly Exact[], between: string): string {
  return textList(
    values.map((value, i) => (i === 0 ? digits(value) : operand(value))),
    between,
  );
}

/** The same of terms that are written out already. */
export function textList(texts: readonly string[], between: string): string {
  if (texts.length <= MOST_TERMS) return texts.join(between);
  const ends = [...texts.slice(0, 3), '…', ...texts.slice(-2)].join(between);
  return `${ends} (${texts.length} values)`;
}
