import { decimal, divide, type Exact, multiply } from '../math/exact.ts';

const NUMBER = /^([+\-\u2212]?)(\d+|[1-9]\d{0,2}(?:,\d{3})+)?(?:\.(\d+))?$/;

/**
 * Reads a number cell, or returns null when it is not one: a sign, digits with or without commas between groups of
 * three, and decimals after a point. `1,23` is no number; `2.2e-05` is one only where `scientific` says so.
 */
export function numberOf(cell: string, scientific = false): Exact | null {
  const small = smallWhole(cell);
  if (small >= 0) return small;
  const match = NUMBER.exec(cell.trim());
  if (!match) return scientific ? scientificNumber(cell) : null;
  const [, sign, whole, decimals] = match;
  if (whole === undefined && decimals === undefined) return null;
  const coefficient = BigInt(`${whole?.replaceAll(',', '') ?? ''}${decimals ?? ''}`);
  return decimal(sign === '' || sign === '+' ? coefficient : -coefficient, decimals?.length ?? 0);
}

function scientificNumber(cell: string): Exact | null {
  const match = /^([+-]?\d+(?:\.\d+)?)[eE]([+-]?\d{1,2})$/.exec(cell.trim());
  const mantissa = match && numberOf(match[1] ?? '');
  if (mantissa === null) return null;
  const exponent = Number(match?.[2]);
  const power = decimal(1n, Math.abs(exponent));
  return exponent < 0 ? multiply(mantissa, power) : divide(mantissa, power);
}

/** The value of a cell of one to fifteen plain digits, or -1: the common case, without a pattern or a big integer. */
function smallWhole(cell: string): number {
  const length = cell.length;
  if (length === 0 || length > 15) return -1;
  let value = 0;
  for (let i = 0; i < length; i++) {
    const digit = cell.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}
