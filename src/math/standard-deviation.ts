import { sampleStandardDeviation } from 'simple-statistics';

/**
 * Standard deviation of a sample.
 *
 * Formula     s = sqrt(sum of (x - mean)^2 / (n - 1))
 * Input       x: values in any order and unit
 * Output      in the unit of the values, at least 0
 * Null when   n < 2
 * Accuracy    relative 1e-12
 * Cost        O(n)
 * Reference   simple-statistics, sampleStandardDeviation, https://simple-statistics.github.io/docs/#samplestandarddeviation
 * Checked by  test/math/standard-deviation.test.ts
 */
export function standardDeviation(x: readonly number[]): number | null {
  return x.length < 2 ? null : sampleStandardDeviation([...x]);
}
