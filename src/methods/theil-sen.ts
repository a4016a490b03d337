import { kendallScores, totalScore } from '../math/kendall-scores.ts';
import { medianSlope } from '../math/median-slope.ts';
import { normalQuantile } from '../math/normal-quantile.ts';
import { observations } from '../math/observations.ts';
import { type Estimate, estimateWith } from './estimate.ts';
import type { Method } from './method.ts';

const NAME = 'theil-sen';

export interface TheilSenOptions {
  /** When each value was observed, rising, in any unit; 0, 1, 2, ... (periods) when not given. */
  readonly times?: readonly number[] | undefined;
  readonly confidence?: number | undefined;
  /** What to multiply the variance of Kendall's score by, such as Hamed and Rao's factor. */
  readonly varianceFactor?: number | undefined;
}

/**
 * Theil-Sen slope: the median of the slopes between all pairs of values, with Sen's interval.
 *
 * Formula     slopes (y[j] - y[i]) / (t[j] - t[i]), N of them, C = z sqrt(var S)
 *             limits at ranks (N - C)/2 and (N + C)/2 + 1, interpolated between whole ranks
 * Input       y: one value per period, in time order; null = missing (its period still counts); times: any unit
 * Output      estimate, low, high: unit of y per unit of t (per period by default); n: values used
 * Null when   n < 4 ("too-few-values"), all equal ("no-variation"), low and high when n is too small for the
 *             confidence ("no-interval")
 * Throws      RangeError if a value is NaN or infinite, times do not rise, or confidence is not in (0, 1)
 * Accuracy    relative 1e-12
 * Cost        O(n^2) time, about 10 ns per pair at 2 GHz; memory for about a seventh of the pairs, less for many
 * Reference   P. K. Sen (1968), JASA 63, 1379-1389, https://doi.org/10.1080/01621459.1968.10480934;
 *             D. R. Helsel et al. (2020), Statistical Methods in Water Resources, 10.1, https://doi.org/10.3133/tm4A3
 * Checked by  test/oracle/kendall.json (numpy)
 */
export function theilSen(y: readonly (number | null)[], options: TheilSenOptions = {}): Estimate {
  const { times, confidence = 0.95, varianceFactor = 1 } = options;
  const series = observations(NAME, y, times);
  const score = totalScore(kendallScores(series));
  if (score.n < 4) return estimateWith(NAME, 'too-few-values', score.n);
  if (score.variance === 0) return estimateWith(NAME, 'no-variation', score.n);
  const z = -normalQuantile((1 - confidence) / 2);
  const { slope, low, high } = medianSlope(series, score, z * Math.sqrt(score.variance * varianceFactor));
  const status = low === null ? 'no-interval' : 'ok';
  return estimateWith(NAME, status, score.n, { estimate: slope, low, high });
}

export default {
  name: NAME,
  title: 'Theil-Sen slope',
  answers: 'How much the values change per period, typically: half of all pairs of values change faster, half slower.',
  assumes: [
    'the change is about the same throughout the series',
    'for the interval: independent values, without a season',
  ],
  usedWhen: 'the series has no season, such as yearly values, or fewer than two years of months or quarters',
  conventions: [
    'slopes over the real time distance, so that a missing period does not make a slope steeper',
    'the ranks of the interval are interpolated, with the variance corrected for ties',
  ],
  references: [
    'P. K. Sen (1968), JASA 63, 1379-1389, https://doi.org/10.1080/01621459.1968.10480934',
    'D. R. Helsel et al. (2020), Statistical Methods in Water Resources, 10.1, https://doi.org/10.3133/tm4A3',
  ],
} as const satisfies Method;
