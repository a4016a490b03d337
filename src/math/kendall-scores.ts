import { inversions } from './inversions.ts';
import type { Observations } from './observations.ts';

export interface KendallScore {
  /** How many values. */
  readonly n: number;
  readonly pairs: number;
  /** Rising pairs less falling pairs. */
  readonly s: number;
  /** Variance of s without a trend, corrected for ties. */
  readonly variance: number;
  readonly falling: number;
  readonly tied: number;
}

/**
 * Kendall's score of each group of observations against time, and its variance.
 *
 * Formula     s = sum over i < j of sign(y[j] - y[i]) = pairs - tied - 2 falling,  pairs = n(n-1)/2
 *             variance = (n(n-1)(2n+5) - sum over tie groups t(t-1)(2t+5)) / 18
 * Input       values: finite numbers, each group in time order
 * Output      per group: n, pairs, s, falling, tied: whole numbers; variance: at least 0
 * Accuracy    whole numbers exact, variance relative 1e-15
 * Cost        O(n log n) time, O(n) memory
 * Reference   M. G. Kendall (1945), Biometrika 33, 239-251, https://doi.org/10.1093/biomet/33.3.239
 * Checked by  test/oracle/kendall.json (numpy, scipy, R)
 */
export function kendallScores({ values, starts }: Observations): KendallScore[] {
  const sorted = values.slice();
  const buffer = new Float64Array(values.length);
  const scores: KendallScore[] = [];
  for (let g = 1; g < starts.length; g++) {
    const [start, end] = [starts[g - 1] as number, starts[g] as number];
    scores.push(scoreOf(sorted, start, end, inversions(sorted, buffer, start, end)));
  }
  return scores;
}

function scoreOf(sorted: Float64Array, start: number, end: number, falling: number): KendallScore {
  const n = end - start;
  let [tied, correction] = [0, 0];
  for (let first = start, i = start + 1; i <= end; i++) {
    if (i < end && sorted[i] === sorted[first]) continue;
    const t = i - first;
    first = i;
    tied += (t * (t - 1)) / 2;
    correction += t * (t - 1) * (2 * t + 5);
  }
  const pairs = (n * n - n) / 2;
  const variance = (n * (n - 1) * (2 * n + 5) - correction) / 18;
  return { n, pairs, s: pairs - tied - 2 * falling, variance, falling, tied };
}

/** Sums over groups: of a series cut into seasons, say. */
export function totalScore(scores: readonly KendallScore[]): KendallScore {
  const total = { n: 0, pairs: 0, s: 0, variance: 0, falling: 0, tied: 0 };
  for (const score of scores) {
    total.n += score.n;
    total.pairs += score.pairs;
    total.s += score.s;
    total.variance += score.variance;
    total.falling += score.falling;
    total.tied += score.tied;
  }
  return total;
}
