import { compare, type Exact, fraction, multiply, subtract } from '../math/exact.ts';
import type { Reading } from './readings.ts';

/** Half a percentage point: what rounding to whole percent can hide. */
const ROUNDING = fraction(1n, 200n);

/** The least and greatest ratio of the readings, and whether they disagree in sign or by more than rounding. */
export function readingSpread(
  all: readonly Reading[],
): { low: Exact; high: Exact; apart: boolean; opposed: boolean } | null {
  const ratios = all.flatMap(({ change }) => (change.ratio === null ? [] : [change.ratio])).sort(compare);
  const [low, high] = [ratios[0], ratios[ratios.length - 1]];
  if (low === undefined || high === undefined) return null;
  return {
    low,
    high,
    apart: compare(subtract(high, low), multiply(ROUNDING, 2)) > 0,
    opposed: compare(low, 0) < 0 && compare(high, 0) > 0,
  };
}
