import { seasonCovariance } from '../math/season-covariance.ts';
import type { Seasons } from '../math/seasons.ts';
import { twoSidedP } from '../math/two-sided-p.ts';
import { type Estimate, estimateWith } from './estimate.ts';
import type { Method } from './method.ts';

const NAME = 'seasonal-mann-kendall';

/** Covariances that leave this share of the variance or less are not used. */
const LEAST_FACTOR = 0.1;

export interface SeasonalMannKendallOptions {
  /** Add the covariances between seasons (Hirsch and Slack 1984); false when not given. */
  readonly correlatedSeasons?: boolean | undefined;
}

/**
 * Seasonal Mann-Kendall test: each month (or quarter) is compared with the same one of other years only.
 *
 * Formula     S = sum over seasons of S[g],  var S = sum of var S[g] (+ sum over g != h of cov(S[g], S[h]))
 *             z = (S - sign S) / sqrt(var S),  p = 2 P(Z > |z|);  tauB = S / sum of sqrt(N[g] (N[g] - tied[g]))
 * Input       series: one value per period, cut by seasons(values, 12) into months, by seasons(values, 4) into quarters
 * Output      estimate: tau-b over seasons, in [-1, 1]; statistic: z; pValue: in [0, 1], two-sided;
 *             parameters: score, scoreVariance, varianceFactor (with correlated seasons)
 * Null when   less than two years or no season twice ("too-few-values"), every season constant ("no-variation");
 *             covariances that leave a tenth of the variance or less are not used ("correction-refused")
 * Accuracy    S exact, the rest relative 1e-12
 * Cost        O(n log n) time; with covariances O(n^2 / m)
 * Reference   R. M. Hirsch, J. R. Slack, R. A. Smith (1982), Water Resources Research 18, 107-121, https://doi.org/10.1029/WR018i001p00107;
 *             R. M. Hirsch, J. R. Slack (1984), Water Resources Research 20, 727-732, https://doi.org/10.1029/WR020i006p00727
 * Checked by  test/oracle/kendall.json (numpy)
 */
export function seasonalMannKendall(series: Seasons, options: SeasonalMannKendallOptions = {}): Estimate {
  const { m, periods, scores, total } = series;
  const { n, s, variance, pairs } = total;
  if (periods < 2 * m || pairs === 0) return estimateWith(NAME, 'too-few-values', n);
  if (variance === 0) return estimateWith(NAME, 'no-variation', n);
  const years = Math.ceil(periods / m);
  const varianceFactor = options.correlatedSeasons ? 1 + seasonCovariance(series.observations, years) / variance : 1;
  const refused = varianceFactor <= LEAST_FACTOR;
  const { z, p } = twoSidedP(s, refused ? variance : variance * varianceFactor);
  let scale = 0;
  for (const score of scores) scale += Math.sqrt(score.pairs * (score.pairs - score.tied));
  const parameters = { score: s, scoreVariance: variance, ...(options.correlatedSeasons ? { varianceFactor } : {}) };
  const numbers = { estimate: s / scale, statistic: z, pValue: p, parameters };
  return estimateWith(NAME, refused ? 'correction-refused' : 'ok', n, numbers);
}

export default {
  name: NAME,
  title: 'Seasonal Mann-Kendall test for a trend',
  answers: 'Whether values rise or fall from year to year, each month compared with the same month of other years.',
  assumes: [
    'the trend has the same direction in every season (season-heterogeneity tests that): opposite ones cancel',
    'without a trend the years are independent; seasons too, unless the covariances are asked for',
  ],
  usedWhen: 'the series has two or more years of months or quarters; the default there',
  conventions: [
    'continuity correction on the total, variance corrected for ties, two-sided',
    'covariances between seasons (Hirsch and Slack 1984) on request; they need about ten years',
  ],
  references: [
    'R. M. Hirsch, J. R. Slack, R. A. Smith (1982), Water Resources Research 18, 107-121, https://doi.org/10.1029/WR018i001p00107',
    'R. M. Hirsch, J. R. Slack (1984), Water Resources Research 20, 727-732, https://doi.org/10.1029/WR020i006p00727',
  ],
} as const satisfies Method;
