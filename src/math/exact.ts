import { quotientText } from './quotient-text.ts';

/**
 * Exact arithmetic: a number is a safe integer or a fraction of big integers, so sums and quotients never round.
 *
 * Nearly all figures are counts; they stay plain numbers, and only what does not fit becomes a fraction. A value that
 * is a safe integer is always the plain number, so equal values with the denominator 1 have one form.
 */
interface Fraction {
  readonly numerator: bigint;
  /** Above zero; not reduced, so that decimals keep a power of ten. */
  readonly denominator: bigint;
}

export type Exact = number | Fraction;

export function fraction(numerator: bigint, denominator: bigint): Exact {
  if (denominator === 0n) throw new RangeError('fraction: the denominator is zero');
  const [n, d] = denominator < 0n ? [-numerator, -denominator] : [numerator, denominator];
  if (n % d !== 0n) return { numerator: n, denominator: d };
  const whole = n / d;
  const small = Number(whole);
  return Number.isSafeInteger(small) ? small : { numerator: whole, denominator: 1n };
}

/** The value of `coefficient` / 10^`scale`. */
export function decimal(coefficient: bigint, scale: number): Exact {
  return fraction(coefficient, 10n ** BigInt(scale));
}

const top = (x: Exact): bigint => (typeof x === 'number' ? BigInt(x) : x.numerator);
const bottom = (x: Exact): bigint => (typeof x === 'number' ? 1n : x.denominator);

/** A figure of floating point, rounded to the ten significant digits that are the same on every machine. */
export function approximate(x: number): Exact {
  if (!Number.isFinite(x)) throw new RangeError(`approximate: ${x} is no number`);
  const [mantissa = '0', exponent = '0'] = x.toExponential(9).split('e');
  const power = Number(exponent) - 9;
  const coefficient = BigInt(mantissa.replace('.', ''));
  return power < 0 ? decimal(coefficient, -power) : fraction(coefficient * 10n ** BigInt(power), 1n);
}

export function add(x: Exact, y: Exact): Exact {
  if (typeof x === 'number' && typeof y === 'number') {
    const sum = x + y;
    if (Number.isSafeInteger(sum)) return sum;
  }
  const [a, b] = [bottom(x), bottom(y)];
  if (a === b) return fraction(top(x) + top(y), a);
  if (b % a === 0n) return fraction(top(x) * (b / a) + top(y), b);
  if (a % b === 0n) return fraction(top(x) + top(y) * (a / b), a);
  return fraction(top(x) * b + top(y) * a, a * b);
}

export function negate(x: Exact): Exact {
  return typeof x === 'number' ? 0 - x : { numerator: -x.numerator, denominator: x.denominator };
}

export const abs = (x: Exact): Exact => (sign(x) < 0 ? negate(x) : x);

export function subtract(x: Exact, y: Exact): Exact {
  return add(x, negate(y));
}

export function multiply(x: Exact, y: Exact): Exact {
  if (typeof x === 'number' && typeof y === 'number') {
    const product = x * y;
    if (Number.isSafeInteger(product)) return product === 0 ? 0 : product;
  }
  return fraction(top(x) * top(y), bottom(x) * bottom(y));
}

export function divide(x: Exact, y: Exact): Exact {
  if (typeof x === 'number' && typeof y === 'number' && y > 0) {
    return x % y === 0 ? x / y : { numerator: BigInt(x), denominator: BigInt(y) };
  }
  return fraction(top(x) * bottom(y), bottom(x) * top(y));
}

export function sign(x: Exact): -1 | 0 | 1 {
  const n = typeof x === 'number' ? x : x.numerator;
  return n > 0 ? 1 : n < 0 ? -1 : 0;
}

export function compare(x: Exact, y: Exact): -1 | 0 | 1 {
  if (typeof x === 'number' && typeof y === 'number') return x > y ? 1 : x < y ? -1 : 0;
  return sign(subtract(x, y));
}

/**
 * The nearest double, correctly rounded: for the methods, which work in floating point. A last digit 1 stands for all
 * that follows the first 24, so that a value is never taken for the middle of two doubles when it lies beside it.
 */
export function toNumber(x: Exact): number {
  if (typeof x === 'number') return x;
  const lengths = lengthOf(x.denominator) - lengthOf(x.numerator);
  const digits = Math.max(0, lengths + 25);
  const scaled = x.numerator * 10n ** BigInt(digits);
  const whole = scaled / x.denominator;
  const rest = scaled % x.denominator;
  return Number(`${whole}${rest === 0n ? '' : '1'}e${rest === 0n ? -digits : -digits - 1}`);
}

/** Text with exactly `digits` decimals, rounded half away from zero on the exact value; never "-0". */
export function fixedText(x: Exact, digits: number): string {
  if (typeof x === 'number' && digits === 0) return String(x);
  return shifted(roundedQuotient(top(x) * 10n ** BigInt(digits), bottom(x)), digits);
}

/**
 * The shortest text that says the value: all its digits when the decimal expansion ends, otherwise 15 significant
 * digits, rounded half away from zero.
 */
export function plainText(x: Exact): string {
  if (typeof x === 'number') return String(x);
  const [n, d] = [Number(x.numerator), Number(x.denominator)];
  const short = Number.isSafeInteger(n) && Number.isSafeInteger(d) ? quotientText(n, d) : null;
  return short ?? longText(x);
}

/** The definition of `plainText`, for a fraction of any size. */
export function longText(x: Fraction): string {
  const digits = endingDigits(x);
  return digits === null ? significantText(x, 15) : trimmed(fixedText(x, digits));
}

function significantText(x: Fraction, significant: number): string {
  const magnitude = lengthOf(x.numerator) - lengthOf(x.denominator);
  const guess = Math.max(0, significant - magnitude);
  const text = fixedText(x, guess);
  const excess = text.replace(/^-?0*\.?0*/, '').replace('.', '').length - significant;
  return trimmed(excess > 0 && guess >= excess ? fixedText(x, guess - excess) : text);
}

const lengthOf = (n: bigint): number => (n < 0n ? -n : n).toString().length;

/** A number of decimals after which the expansion has ended, or null when it never does. */
function endingDigits(x: Fraction): number | null {
  let rest = x.denominator;
  let twos = 0;
  let fives = 0;
  for (; rest % 2n === 0n; rest /= 2n) twos++;
  for (; rest % 5n === 0n; rest /= 5n) fives++;
  return x.numerator % rest === 0n ? Math.max(twos, fives) : null;
}

function roundedQuotient(n: bigint, d: bigint): bigint {
  return n < 0n ? -((-n * 2n + d) / (d * 2n)) : (n * 2n + d) / (d * 2n);
}

function shifted(coefficient: bigint, digits: number): string {
  const text = (coefficient < 0n ? -coefficient : coefficient).toString().padStart(digits + 1, '0');
  const cut = text.length - digits;
  return `${coefficient < 0n ? '-' : ''}${text.slice(0, cut)}${digits > 0 ? `.${text.slice(cut)}` : ''}`;
}

function trimmed(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

/** The sum of many values: halves are added to halves, so that the denominators of unlike fractions grow slowly. */
export function sum(values: readonly Exact[]): Exact {
  if (values.length < 3) return values.reduce(add, 0);
  const middle = values.length >> 1;
  return add(sum(values.slice(0, middle)), sum(values.slice(middle)));
}

/** The value to so many significant digits, rounded half away from zero. */
export function significant(x: Exact, digits: number): Exact {
  const rounded = (power: number) =>
    roundedQuotient(top(x) * 10n ** BigInt(Math.max(0, power)), bottom(x) * 10n ** BigInt(Math.max(0, -power)));
  const guess = digits - lengthOf(top(x)) + lengthOf(bottom(x));
  const power = lengthOf(rounded(guess)) > digits ? guess - 1 : guess;
  return power < 0 ? fraction(rounded(power) * 10n ** BigInt(-power), 1n) : decimal(rounded(power), power);
}
