import { negativeBinomialTheta } from '../math/negative-binomial-theta.ts';
import { normalQuantile } from '../math/normal-quantile.ts';
import { normalTail } from '../math/normal-tail.ts';
import { alphaOf, type CountWindow, comparedWindows, type PresentCounts } from './count-window.ts';
import { type Estimate, estimateWith } from './estimate.ts';
import type { Method } from './method.ts';

const NAME = 'negative-binomial-ratio';

/**
 * Ratio of the rates of two windows of negative binomial counts, by maximum likelihood.
 *
 * Formula     y has mean m = r e and variance m + m^2 / theta; r per window and theta at the maximum of the likelihood
 *             log ratio +- z se,  se^2 = sum over windows of 1 / sum of m / (1 + m / theta)
 * Input       current, base: whole counts per period, null = missing, with exposures; confidence: in (0, 1)
 * Output      estimate, low, high: ratio, above 0; statistic: z; parameters: theta; n: periods used
 * Null when   a window has fewer than two counts ("too-few-values"), both or one sum to 0 ("no-counts",
 *             "zero-window"); theta when the counts vary no more than Poisson counts ("no-overdispersion")
 * Throws      RangeError if a count is negative, NaN or infinite, an exposure not above 0, confidence not in (0, 1)
 * Accuracy    relative 1e-8 for theta up to 1e4
 * Cost        O(n) per step, some hundred steps
 * Reference   W. N. Venables, B. D. Ripley (2002), Modern Applied Statistics with S, 7.4, https://doi.org/10.1007/978-0-387-21706-2
 * Checked by  test/oracle/ratio.json (R, MASS glm.nb)
 */
export function negativeBinomialRatio(current: CountWindow, base: CountWindow, confidence = 0.95): Estimate {
  const { one, zero, n, lack } = comparedWindows(NAME, current, base);
  const alpha = alphaOf(NAME, confidence);
  if (lack !== null) return estimateWith(NAME, lack, n);
  const { theta, rates } = mostLikely([one, zero]);
  const [r1 = 0, r0 = 0] = rates;
  const error = Math.sqrt(1 / information(one, r1, theta) + 1 / information(zero, r0, theta));
  const margin = -normalQuantile(alpha / 2) * error;
  const statistic = Math.log(r1 / r0) / error;
  return {
    estimate: r1 / r0,
    low: (r1 / r0) * Math.exp(-margin),
    high: (r1 / r0) * Math.exp(margin),
    statistic,
    pValue: 2 * normalTail(Math.abs(statistic)),
    parameters: theta === null ? {} : { theta },
    n,
    method: NAME,
    status: theta === null ? 'no-overdispersion' : 'ok',
  };
}

/** Theta for the rates, rates for the theta, until theta stays; null is the Poisson limit, theta without end. */
function mostLikely(windows: readonly PresentCounts[]): { theta: number | null; rates: number[] } {
  const counts = windows.flatMap((window) => window.counts);
  let theta: number | null = null;
  let rates = windows.map((window) => rateFor(window, null));
  for (let step = 0; step < 100; step++) {
    const means = windows.flatMap((window, i) => window.exposures.map((e) => e * (rates[i] as number)));
    const next = negativeBinomialTheta(counts, means);
    rates = windows.map((window) => rateFor(window, next));
    const settled = next === null || (theta !== null && Math.abs(next - theta) <= 1e-10 * theta);
    theta = next;
    if (settled) break;
  }
  return { theta, rates };
}

/** The rate at which the weighted residuals sum to zero, each step a weighted mean. */
function rateFor({ counts, exposures, total, exposure }: PresentCounts, theta: number | null): number {
  let rate = total / exposure;
  for (let step = 0; theta !== null && step < 200; step++) {
    let [above, below] = [0, 0];
    for (const [i, y] of counts.entries()) {
      const e = exposures[i] as number;
      const weight = 1 / (1 + (rate * e) / theta);
      above += weight * y;
      below += weight * e;
    }
    const next = above / below;
    const settled = Math.abs(next - rate) <= 1e-13 * rate;
    rate = next;
    if (settled) break;
  }
  return rate;
}

/** Of the log rate: the sum of the means, each made less by the variance beyond Poisson. */
function information({ exposures }: PresentCounts, rate: number, theta: number | null): number {
  let sum = 0;
  for (const e of exposures) sum += theta === null ? rate * e : (rate * e) / (1 + (rate * e) / theta);
  return sum;
}

export default {
  name: NAME,
  title: 'Negative binomial ratio of two windows',
  answers: 'How many times the base rate the current rate is, when the variance of a count grows with its square.',
  assumes: [
    'the counts of a window are negative binomial around one rate, with the same size theta in both windows',
    'the periods are independent',
    'enough periods for the normal approximation: with fewer than about twenty the interval is too narrow',
  ],
  usedWhen: 'asked for, as a second opinion beside the quasi-Poisson ratio',
  conventions: [
    'Wald interval with normal quantiles and theta taken as known, as in R MASS glm.nb with confint.default',
  ],
  references: [
    'W. N. Venables, B. D. Ripley (2002), Modern Applied Statistics with S, 7.4, https://doi.org/10.1007/978-0-387-21706-2',
  ],
} as const satisfies Method;
