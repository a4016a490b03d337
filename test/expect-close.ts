import { expect } from 'vitest';

/** Fails unless `actual` is within `tolerance` of `expected`, relative to `expected`; zero must be zero. */
export function expectClose(
  actual: number | null | undefined,
  expected: number,
  tolerance: number,
  what = 'value',
): void {
  const error = relativeError(actual, expected);
  const message = `${what}: ${actual} is not ${expected} within ${tolerance} (error ${error.toExponential(1)})`;
  expect(error, message).toBeLessThanOrEqual(tolerance);
}

/** How far `actual` is from `expected`, relative to `expected`; infinite when it is no number. */
function relativeError(actual: number | null | undefined, expected: number): number {
  if (typeof actual !== 'number' || Number.isNaN(actual)) return Number.POSITIVE_INFINITY;
  return actual === expected ? 0 : Math.abs((actual - expected) / expected);
}
