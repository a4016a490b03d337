import { tQuantile } from '../math/t-quantile.ts';
import { tTail } from '../math/t-tail.ts';
import { alphaOf, type CountWindow, comparedWindows, type PresentCounts } from './count-window.ts';
import { type Estimate, estimateWith } from './estimate.ts';
import type { Method } from './method.ts';

const NAME = 'quasi-poisson-ratio';

/**
 * Ratio of the mean counts of two windows, its interval widened by how much the periods vary.
 *
 * Formula     r = (sum of y / sum of e) in each window, m = r e,  phi = sum of (y - m)^2 / m / (n - 2)
 *             log ratio +- t(n - 2) se,  se = sqrt(max(phi, 1) (1 / current total + 1 / base total))
 * Input       current, base: counts per period, null = missing, with exposures; confidence: in (0, 1)
 * Output      estimate, low, high: ratio, above 0; statistic: t; parameters: dispersion (phi as estimated, also
 *             below 1) and degreesOfFreedom; n: periods used
 * Null when   a window has fewer than two counts ("too-few-values"), both or one sum to 0 ("no-counts", "zero-window")
 * Throws      RangeError if a count is negative, NaN or infinite, an exposure not above 0, confidence not in (0, 1)
 * Accuracy    relative 1e-11
 * Cost        O(n)
 * Reference   P. McCullagh, J. A. Nelder (1989), Generalized Linear Models, 2nd ed., 6.2;
 *             C. P. Farrington et al. (1996), JRSS A 159, 547-563, https://doi.org/10.2307/2983331 (phi not below 1)
 * Checked by  test/oracle/ratio.json (R glm, quasipoisson)
 */
export function quasiPoissonRatio(current: CountWindow, base: CountWindow, confidence = 0.95): Estimate {
  const { one, zero, n, lack } = comparedWindows(NAME, current, base);
  const alpha = alphaOf(NAME, confidence);
  if (lack !== null) return estimateWith(NAME, lack, n);
  const degreesOfFreedom = n - 2;
  const dispersion = (pearson(one) + pearson(zero)) / degreesOfFreedom;
  const ratio = one.total / one.exposure / (zero.total / zero.exposure);
  const error = Math.sqrt(Math.max(dispersion, 1) * (1 / one.total + 1 / zero.total));
  const margin = -tQuantile(alpha / 2, degreesOfFreedom) * error;
  const statistic = Math.log(ratio) / error;
  return {
    estimate: ratio,
    low: ratio * Math.exp(-margin),
    high: ratio * Math.exp(margin),
    statistic,
    pValue: 2 * tTail(Math.abs(statistic), degreesOfFreedom),
    parameters: { dispersion, degreesOfFreedom },
    n,
    method: NAME,
    status: 'ok',
  };
}

function pearson({ counts, exposures, total, exposure }: PresentCounts): number {
  let sum = 0;
  for (const [i, y] of counts.entries()) {
    const expected = (total / exposure) * (exposures[i] as number);
    sum += (y - expected) ** 2 / expected;
  }
  return sum;
}

export default {
  name: NAME,
  title: 'Quasi-Poisson ratio of two windows',
  answers: 'How many times the base rate the current rate is, given how much the periods inside the windows vary.',
  assumes: [
    'the counts of a window vary around one rate, with a variance proportional to it, the same factor in both windows',
    'the periods are independent; where a month resembles the one before, the interval is too narrow',
    'a season or a trend inside a window counts as variation and widens the interval',
  ],
  usedWhen: 'the measure is a count and each window has at least two periods; the default for changes',
  conventions: [
    'Pearson dispersion, t with n - 2 degrees of freedom on the log scale, as in R glm with quasipoisson',
    'a dispersion below 1 is reported as it is but taken as 1 in the interval: so few periods vary that little by chance',
  ],
  references: [
    'P. McCullagh, J. A. Nelder (1989), Generalized Linear Models, 2nd ed., chapter 6',
    'C. P. Farrington et al. (1996), JRSS A 159, 547-563, https://doi.org/10.2307/2983331',
  ],
} as const satisfies Method;
