import { mean } from 'simple-statistics';
import type { Observations } from './observations.ts';

/**
 * Autocorrelation of a series with gaps at one lag.
 *
 * Formula     c(k) = sum over present pairs with t[j] - t[i] = k of (y[i] - m)(y[j] - m) / (pairs + k),  r = c(k) / c(0)
 *             which is the usual sum / n without gaps; m is the mean of the present values
 * Input       series: times on whole periods, values; lag: whole periods, above 0
 * Output      r: no unit; 0 when all values are equal
 * Accuracy    relative 1e-14 beside the rounding of y - m
 * Cost        O(n)
 * Reference   W. N. Venables, B. D. Ripley (2002), Modern Applied Statistics with S, 14.1, https://doi.org/10.1007/978-0-387-21706-2
 * Checked by  test/oracle/kendall.json (R acf, with na.pass for gaps)
 */
export function autocorrelation({ times, values }: Observations, lag: number): number {
  const n = values.length;
  const middle = mean(Array.from(values));
  let [variance, covariance, pairs] = [0, 0, 0];
  for (let i = 0, j = 0; i < n; i++) {
    const deviation = (values[i] as number) - middle;
    variance += deviation * deviation;
    const target = (times[i] as number) + lag;
    while (j < n && (times[j] as number) < target) j++;
    if (j === n || times[j] !== target) continue;
    covariance += deviation * ((values[j] as number) - middle);
    pairs++;
  }
  return variance === 0 ? 0 : covariance / (pairs + lag) / (variance / n);
}
