import { chiSquaredTail } from '../math/chi-squared-tail.ts';
import type { Seasons } from '../math/seasons.ts';
import { type Estimate, estimateWith } from './estimate.ts';
import type { Method } from './method.ts';

const NAME = 'season-heterogeneity';

/**
 * Test of van Belle and Hughes whether the trends of the seasons differ from each other.
 *
 * Formula     z[g] = S[g] / sqrt(var S[g]),  chi2 = sum of z[g]^2 - k (mean z)^2,  k - 1 degrees of freedom
 * Input       series: one value per period, cut by seasons(values, 12) into months, by seasons(values, 4) into quarters
 * Output      statistic: chi2, at least 0; pValue: in [0, 1]; parameters: degreesOfFreedom; n: values used
 * Null when   less than two years ("too-few-values"), fewer than two seasons that vary ("no-variation")
 * Accuracy    relative 1e-12 beside the rounding of chi2
 * Cost        O(n log n)
 * Reference   G. van Belle, J. P. Hughes (1984), Water Resources Research 20, 127-136, https://doi.org/10.1029/WR020i001p00127
 * Checked by  test/oracle/kendall.json (numpy, scipy)
 */
export function seasonHeterogeneity({ m, periods, scores, total }: Seasons): Estimate {
  let [k, sum, squares] = [0, 0, 0];
  for (const { s, variance } of scores) {
    if (variance === 0) continue;
    const z = s / Math.sqrt(variance);
    k++;
    sum += z;
    squares += z * z;
  }
  if (periods < 2 * m) return estimateWith(NAME, 'too-few-values', total.n);
  if (k < 2) return estimateWith(NAME, 'no-variation', total.n);
  const statistic = Math.max(0, squares - (sum * sum) / k);
  const degreesOfFreedom = k - 1;
  const pValue = chiSquaredTail(statistic, degreesOfFreedom);
  return estimateWith(NAME, 'ok', total.n, { statistic, pValue, parameters: { degreesOfFreedom } });
}

export default {
  name: NAME,
  title: 'Heterogeneity of the seasons',
  answers: 'Whether the trend differs between months, in which case one trend for all of them misleads.',
  assumes: ['independent values', 'about five or more years: each season is taken as normal'],
  usedWhen: 'beside every seasonal Mann-Kendall test',
  conventions: ['no continuity correction; seasons that do not vary are left out'],
  references: [
    'G. van Belle, J. P. Hughes (1984), Water Resources Research 20, 127-136, https://doi.org/10.1029/WR020i001p00127',
  ],
} as const satisfies Method;
