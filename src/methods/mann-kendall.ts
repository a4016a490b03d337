import { kendallExactP } from '../math/kendall-exact-p.ts';
import { kendallScores, totalScore } from '../math/kendall-scores.ts';
import { observations } from '../math/observations.ts';
import { twoSidedP } from '../math/two-sided-p.ts';
import { type Estimate, estimateWith } from './estimate.ts';
import type { Method } from './method.ts';

const NAME = 'mann-kendall';

/**
 * Mann-Kendall test for a monotonic trend.
 *
 * Formula     S = sum over i < j of sign(y[j] - y[i])
 *             var S = (n(n-1)(2n+5) - sum over tie groups t(t-1)(2t+5)) / 18
 *             z = (S - sign S) / sqrt(var S),  p = 2 P(Z > |z|);  n <= 10 without ties: p from the exact distribution
 * Input       y: one value per period, in time order; null = missing (skipped)
 * Output      estimate: tau-b, in [-1, 1]; statistic: z, no unit; pValue: in [0, 1], two-sided;
 *             parameters: score, scoreVariance, tau, tauB, exact
 * Null when   n < 4 ("too-few-values") or all values are equal ("no-variation")
 * Throws      RangeError if a value is NaN or infinite: that is a bug upstream, not data
 * Accuracy    S exact, the rest relative 1e-12
 * Cost        O(n log n) time, O(n) memory
 * Reference   H. B. Mann (1945), Econometrica 13, 245-259, https://doi.org/10.2307/1907187;
 *             M. G. Kendall (1938), Biometrika 30, 81-93, https://doi.org/10.1093/biomet/30.1-2.81
 * Checked by  test/oracle/kendall.json (numpy, scipy, R)
 */
export function mannKendall(y: readonly (number | null)[]): Estimate {
  const { n, s, variance, pairs, tied } = totalScore(kendallScores(observations(NAME, y)));
  if (n < 4) return estimateWith(NAME, 'too-few-values', n);
  if (variance === 0) return estimateWith(NAME, 'no-variation', n);
  const { z, p } = twoSidedP(s, variance);
  const tau = s / pairs;
  const tauB = s / Math.sqrt(pairs * (pairs - tied));
  const exact = n <= 10 && tied === 0;
  return {
    estimate: tauB,
    low: null,
    high: null,
    statistic: z,
    pValue: exact ? kendallExactP(s, n) : p,
    parameters: { score: s, scoreVariance: variance, tau, tauB, exact },
    n,
    method: NAME,
    status: 'ok',
  };
}

export default {
  name: NAME,
  title: 'Mann-Kendall test for a trend',
  answers: 'Whether the values rise or fall over time more often than chance would have it, however they do.',
  assumes: [
    'without a trend the values are independent and from one distribution: where a value resembles the one before, the p-value is too small',
    'no season, or the same season in every value',
  ],
  usedWhen: 'the series has no season, such as yearly values, or fewer than two years of months or quarters',
  conventions: [
    'variance corrected for ties, continuity correction, two-sided',
    'exact for at most ten values without ties',
    'missing periods are skipped: the order counts, not the distance',
  ],
  references: [
    'H. B. Mann (1945), Econometrica 13, 245-259, https://doi.org/10.2307/1907187',
    'M. G. Kendall (1938), Biometrika 30, 81-93, https://doi.org/10.1093/biomet/30.1-2.81',
  ],
} as const satisfies Method;
