import { inversions } from './inversions.ts';

export interface KendallScore {
  readonly n: number;
  /** Rising pairs less falling pairs. */
  readonly s: number;
  /** Variance of s without a trend, corrected for ties. */
  readonly variance: number;
  readonly falling: number;
  readonly tied: number;
  readonly tau: number;
  readonly tauB: number;
}

/**
 * Kendall's score of a series against time, with its variance and rank correlations.
 *
 * Formula     s = sum over i < j of sign(y[j] - y[i]),  N = n(n-1)/2
 *             variance = (n(n-1)(2n+5) - sum over tie groups t(t-1)(2t+5)) / 18
 *             tau = s / N,  tauB = s / sqrt(N (N - tied))
 * Input       y: finite numbers in time order
 * Output      n, s, falling and tied pairs: whole numbers; variance: at least 0; tau, tauB: in [-1, 1], 0 for no pair
 * Accuracy    s, falling, tied exact; the rest relative 1e-15
 * Cost        O(n log n) time, O(n) memory
 * Reference   M. G. Kendall (1945), Biometrika 33, 239-251, https://doi.org/10.1093/biomet/33.3.239
 * Checked by  test/oracle/kendall.json (numpy, scipy, R)
 */
export function kendallScore(y: Float64Array): KendallScore {
  const n = y.length;
  const { count: falling, sorted } = inversions(y);
  let tied = 0;
  let correction = 0;
  for (let start = 0, i = 1; i <= n; i++) {
    if (i < n && sorted[i] === sorted[start]) continue;
    const t = i - start;
    tied += (t * (t - 1)) / 2;
    correction += t * (t - 1) * (2 * t + 5);
    start = i;
  }
  const pairs = (n * (n - 1)) / 2;
  const s = pairs - tied - 2 * falling;
  const variance = (n * (n - 1) * (2 * n + 5) - correction) / 18;
  const [tau, tauB] = pairs > tied ? [s / pairs, s / Math.sqrt(pairs * (pairs - tied))] : [0, 0];
  return { n, s, variance, falling, tied, tau, tauB };
}
