import { decimal, type Exact } from '../math/exact.ts';

const NUMBER = /^([+\-\u2212]?)(\d+|\d{1,3}(?:,\d{3})+)?(?:\.(\d+))?$/;

/**
 * Reads a number cell, or returns null when it is not one: a sign, digits with or without commas between groups of
 * three, and decimals after a point. `1,23` and `1e3` are no numbers here.
 */
export function numberOf(cell: string): Exact | null {
  const small = smallWhole(cell);
  if (small >= 0) return small;
  const match = NUMBER.exec(cell.trim());
  if (!match) return null;
  const [, sign, whole, decimals] = match;
  if (whole === undefined && decimals === undefined) return null;
  const coefficient = BigInt(`${whole?.replaceAll(',', '') ?? ''}${decimals ?? ''}`);
  return decimal(sign === '' || sign === '+' ? coefficient : -coefficient, decimals?.length ?? 0);
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
