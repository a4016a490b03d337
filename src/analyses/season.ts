import { compare, fraction, multiply, sign, subtract } from '../math/exact.ts';
import type { Change } from './change-between.ts';

/** Differences of up to five points say nothing of a season. */
const MARGIN = fraction(1n, 20n);

/** Where the change on the window before has another sign than that on the year before, or more than twice its size. */
export function maySeasonExplain({ change, year }: { change: Change; year: { change: Change } | null }): boolean {
  const [before, yearly] = [change.ratio, year?.change.ratio ?? null];
  if (before === null || yearly === null) return false;
  const apart = subtract(before, yearly);
  const far = compare(sign(apart) < 0 ? multiply(apart, -1) : apart, MARGIN) > 0;
  const product = multiply(before, yearly);
  return far && (sign(product) <= 0 || compare(multiply(before, before), multiply(product, 2)) > 0);
}
