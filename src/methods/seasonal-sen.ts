import { medianSlope } from '../math/median-slope.ts';
import { normalQuantile } from '../math/normal-quantile.ts';
import type { Seasons } from '../math/seasons.ts';
import { type Estimate, estimateWith } from './estimate.ts';
import type { Method } from './method.ts';

const NAME = 'seasonal-sen';

export interface SeasonalSenOptions {
  readonly confidence?: number | undefined;
  /** What to multiply the variance of the score by, such as that of correlated seasons. */
  readonly varianceFactor?: number | undefined;
}

/**
 * Seasonal Sen slope: the median of the slopes between values of the same month (or quarter) of different years.
 *
 * Formula     slopes (y[g, j] - y[g, i]) / (j - i) over seasons g and years i < j, N of them, C = z sqrt(var S)
 *             limits at ranks (N - C)/2 and (N + C)/2 + 1, interpolated between whole ranks
 * Input       series: one value per period, cut by seasons(values, 12) into months, by seasons(values, 4) into quarters
 * Output      estimate, low, high: unit of y per year; n: values used
 * Null when   less than two years or no season twice ("too-few-values"), every season constant ("no-variation"),
 *             low and high when there are too few slopes for the confidence ("no-interval")
 * Throws      RangeError if confidence is not in (0, 1); seasons() if a value is NaN or infinite
 * Accuracy    relative 1e-12
 * Cost        O(n^2 / m) time, O(n) memory
 * Reference   R. M. Hirsch, J. R. Slack, R. A. Smith (1982), Water Resources Research 18, 107-121, https://doi.org/10.1029/WR018i001p00107
 * Checked by  test/oracle/kendall.json (numpy)
 */
export function seasonalSen(series: Seasons, options: SeasonalSenOptions = {}): Estimate {
  const { confidence = 0.95, varianceFactor = 1 } = options;
  const { m, periods, observations, total } = series;
  const { n, pairs, variance } = total;
  if (periods < 2 * m || pairs === 0) return estimateWith(NAME, 'too-few-values', n);
  if (variance === 0) return estimateWith(NAME, 'no-variation', n);
  const z = -normalQuantile((1 - confidence) / 2);
  const { slope, low, high } = medianSlope(observations, total, z * Math.sqrt(variance * varianceFactor));
  return estimateWith(NAME, low === null ? 'no-interval' : 'ok', n, { estimate: slope, low, high });
}

export default {
  name: NAME,
  title: 'Seasonal Sen slope',
  answers: 'How much the values change per year, typically, each month compared with the same month of other years.',
  assumes: [
    'the change per year is about the same in every season and throughout the series',
    'for the interval: independent values',
  ],
  usedWhen: 'the series has two or more years of months or quarters; the default there',
  conventions: ['per year', 'the ranks of the interval are interpolated, with the variance summed over seasons'],
  references: [
    'R. M. Hirsch, J. R. Slack, R. A. Smith (1982), Water Resources Research 18, 107-121, https://doi.org/10.1029/WR018i001p00107',
  ],
} as const satisfies Method;
