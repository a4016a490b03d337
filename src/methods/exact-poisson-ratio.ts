import { betaLogOddsQuantile } from '../math/beta-log-odds-quantile.ts';
import { binomialTwoSidedP } from '../math/binomial-two-sided-p.ts';
import { alphaOf } from './count-window.ts';
import { type Estimate, estimateWith } from './estimate.ts';
import type { Method } from './method.ts';

const NAME = 'exact-poisson-ratio';

/** A total and what it is proportional to, such as days; 1 when not given. */
export interface Total {
  readonly count: number;
  readonly exposure?: number | undefined;
}

/**
 * Ratio of two Poisson rates with the exact interval that is conditional on the sum of the counts.
 *
 * Formula     ratio = (a / T1) / (b / T0);  given n = a + b, a is binomial with odds ratio T1 / T0
 *             low = T0/T1 odds of beta(alpha/2; a, b + 1), high = T0/T1 odds of beta(1 - alpha/2; a + 1, b)
 *             p: binomial, two-sided by minimum likelihood, chance T1 / (T1 + T0)
 * Input       current, base: a whole count, an exposure above 0; confidence: in (0, 1)
 * Output      estimate, low, high: ratio, at least 0; pValue in [0, 1]; n: counts in both
 * Null when   both counts are 0 ("no-counts"); estimate and high when the base is 0 ("base-zero")
 * Throws      RangeError if a count is not a whole number, an exposure is not above 0 or confidence not in (0, 1)
 * Accuracy    limits relative 1e-11 up to counts of 1e4, 1e-10 up to 1e8
 * Cost        O(sqrt(a + b))
 * Reference   C. J. Clopper, E. S. Pearson (1934), Biometrika 26, 404-413, https://doi.org/10.1093/biomet/26.4.404;
 *             M. P. Fay (2010), The R Journal 2(1), 53-58, https://doi.org/10.32614/RJ-2010-008
 * Checked by  test/oracle/ratio.json (R poisson.test)
 */
export function exactPoissonRatio(current: Total, base: Total, confidence = 0.95): Estimate {
  const [a, b] = [countOf(current), countOf(base)];
  const [t1, t0] = [exposureOf(current), exposureOf(base)];
  const alpha = alphaOf(NAME, confidence);
  if (a + b === 0) return estimateWith(NAME, 'no-counts', 0);
  return {
    estimate: b === 0 ? null : a / t1 / (b / t0),
    low: a === 0 ? 0 : (t0 / t1) * Math.exp(betaLogOddsQuantile(alpha / 2, a, b + 1)),
    high: b === 0 ? null : (t0 / t1) * Math.exp(-betaLogOddsQuantile(alpha / 2, b, a + 1)),
    statistic: null,
    pValue: binomialTwoSidedP(a, a + b, t1 / (t1 + t0), t0 / (t1 + t0)),
    parameters: {},
    n: a + b,
    method: NAME,
    status: b === 0 ? 'base-zero' : 'ok',
  };
}

function countOf({ count }: Total): number {
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`${NAME}: ${count} is not a count`);
  return count;
}

function exposureOf({ exposure = 1 }: Total): number {
  if (!(exposure > 0 && exposure < Infinity)) throw new RangeError(`${NAME}: exposure ${exposure} is not above zero`);
  return exposure;
}

export default {
  name: NAME,
  title: 'Exact ratio of two Poisson counts',
  answers: 'How many times the base rate the current rate is, from two totals alone.',
  assumes: [
    'both totals are counts of events that happen one by one, independently of each other',
    'the counts vary as Poisson counts: groups, operations and surges make real counts vary more, and then the interval is too narrow',
  ],
  usedWhen: 'the windows have too few periods to see how much the counts vary',
  conventions: [
    'conditional on the sum, Clopper-Pearson: covers at least as often as said, usually more',
    'two-sided p by minimum likelihood, as in R poisson.test, so p and interval may disagree at the edge',
  ],
  references: [
    'C. J. Clopper, E. S. Pearson (1934), Biometrika 26, 404-413, https://doi.org/10.1093/biomet/26.4.404',
    'M. P. Fay (2010), The R Journal 2(1), 53-58, https://doi.org/10.32614/RJ-2010-008',
  ],
} as const satisfies Method;
