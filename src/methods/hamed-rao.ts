import { autocorrelation } from '../math/autocorrelation.ts';
import { averageRanks } from '../math/average-ranks.ts';
import { kendallScores, totalScore } from '../math/kendall-scores.ts';
import { medianSlope } from '../math/median-slope.ts';
import { normalQuantile } from '../math/normal-quantile.ts';
import { type Observations, observations } from '../math/observations.ts';
import { twoSidedP } from '../math/two-sided-p.ts';
import { type Estimate, estimateWith, type Status } from './estimate.ts';
import { mannKendall } from './mann-kendall.ts';
import type { Method } from './method.ts';

const NAME = 'hamed-rao';

/** A correction that leaves this share of the variance or less is refused. */
const LEAST_FACTOR = 0.1;

export interface HamedRaoOptions {
  /** When each value was observed, in whole periods; 0, 1, 2, ... when not given. */
  readonly times?: readonly number[] | undefined;
  /** Theil-Sen slope per unit of times, to save making it again. */
  readonly slope?: number | undefined;
  /** Largest lag; the smaller of 3 and n / 4 when not given. */
  readonly maxLag?: number | undefined;
}

/**
 * Mann-Kendall test with the variance of Hamed and Rao, for a series whose neighbours resemble each other.
 *
 * Formula     f = 1 + 2 / (n(n-1)(n-2)) sum over lags k of (n-k)(n-k-1)(n-k-2) r[k],  z = (S - sign S) / sqrt(f var S)
 *             r[k]: autocorrelation of the ranks of y - slope t, where |r[k]| > 1.96 / sqrt(n), else 0; with its sign
 * Input       y: one value per period, in time order; null = missing, its period still counts in times and lags
 * Output      as mannKendall; parameters also: varianceFactor (f, also where it was refused)
 * Null when   n < 10 ("too-few-values"), all equal ("no-variation"); n < 20 ("not-corrected") and f <= 0.1
 *             ("correction-refused") keep the numbers of mannKendall
 * Throws      RangeError if a value is NaN or infinite or times do not rise
 * Accuracy    relative 1e-10
 * Cost        O(n^2) time for the slope unless it is given, else O(n log n)
 * Reference   K. H. Hamed, A. R. Rao (1998), Journal of Hydrology 204, 182-196, https://doi.org/10.1016/S0022-1694(97)00125-X
 * Checked by  test/oracle/kendall.json (R acf; published values of the Nile)
 */
export function hamedRao(y: readonly (number | null)[], options: HamedRaoOptions = {}): Estimate {
  const series = observations(NAME, y, options.times);
  const n = series.values.length;
  if (n < 10) return estimateWith(NAME, 'too-few-values', n);
  const plain = { ...mannKendall(y), method: NAME };
  if (plain.status !== 'ok') return plain;
  if (n < 20) return { ...plain, status: 'not-corrected' };
  const varianceFactor = factor(
    series,
    options.slope ?? slopeOf(series),
    options.maxLag ?? Math.min(3, Math.floor(n / 4)),
  );
  const parameters = { ...plain.parameters, varianceFactor };
  const { score = 0, scoreVariance = 0 } = plain.parameters;
  const status: Status = varianceFactor <= LEAST_FACTOR ? 'correction-refused' : 'ok';
  if (status !== 'ok') return { ...plain, parameters, status };
  const { z, p } = twoSidedP(score, scoreVariance * varianceFactor);
  return { ...plain, statistic: z, pValue: p, parameters: { ...parameters, exact: false } };
}

const slopeOf = (series: Observations): number => medianSlope(series, totalScore(kendallScores(series)), null).slope;

function factor(series: Observations, slope: number, maxLag: number): number {
  const { times, values, starts } = series;
  const n = values.length;
  const rest = values.map((value, i) => value - slope * (times[i] as number));
  const ranks = { times, values: averageRanks(rest), starts };
  const threshold = normalQuantile(0.975) / Math.sqrt(n);
  let sum = 0;
  for (let k = 1; k <= maxLag; k++) {
    const r = autocorrelation(ranks, k);
    if (Math.abs(r) > threshold) sum += (n - k) * (n - k - 1) * (n - k - 2) * r;
  }
  return 1 + (2 * sum) / (n * (n - 1) * (n - 2));
}

export default {
  name: NAME,
  title: 'Mann-Kendall test, corrected for autocorrelation by Hamed and Rao',
  answers: 'Whether there is a trend, when a value resembles the ones just before it.',
  assumes: [
    'the resemblance is that of the ranks around a straight line and fades within a few periods',
    'approximate all the same: with strong autocorrelation it still calls a trend too often (11 % instead of 5 % at 0.5)',
  ],
  usedWhen:
    'a series without a season has at least twenty values; with 10 to 19 the uncorrected p-value is given and said to be so',
  conventions: [
    'lags up to 3, or a quarter of the values when that is less; only significant ones; signs kept',
    'refused where a tenth of the variance or less would be left: the uncorrected p-value is given',
    'line and lags by real time distances, so that missing periods do not shift them',
  ],
  references: [
    'K. H. Hamed, A. R. Rao (1998), Journal of Hydrology 204, 182-196, https://doi.org/10.1016/S0022-1694(97)00125-X',
  ],
} as const satisfies Method;
