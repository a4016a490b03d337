import { binomialProbability } from './binomial-probability.ts';
import { binomialTail } from './binomial-tail.ts';

/** Probabilities within this factor count as equal, as in R's binom.test. */
const SAME = 1 + 1e-7;

/**
 * Exact two-sided p-value of a binomial count by minimum likelihood: the chance of every outcome that is no likelier.
 *
 * Formula     p-value = sum over i with P(i) <= P(k) (1 + 1e-7) of P(i)
 * Input       k, n: whole numbers, 0 <= k <= n; p: chance under the null hypothesis, in (0, 1); q: 1 - p
 * Output      probability in [0, 1], 0 below 1e-300
 * Accuracy    relative 1e-11 for n up to 1e5
 * Cost        O(sqrt(n)), the far tail found by bisection
 * Reference   M. P. Fay (2010), The R Journal 2(1), 53-58, https://doi.org/10.32614/RJ-2010-008
 * Checked by  test/oracle/ratio.json (R poisson.test)
 */
export function binomialTwoSidedP(k: number, n: number, p: number, q: number = 1 - p): number {
  const expected = n * p;
  if (k === expected) return 1;
  if (k > expected) return binomialTwoSidedP(n - k, n, q, p);
  const limit = binomialProbability(k, n, p, q) * SAME;
  if (limit < 1e-300) return 0;
  let likely = Math.ceil(expected) - 1;
  let unlikely = n + 1;
  while (unlikely - likely > 1) {
    const middle = Math.floor((likely + unlikely) / 2);
    if (binomialProbability(middle, n, p, q) <= limit) unlikely = middle;
    else likely = middle;
  }
  const upper = unlikely > n ? 0 : binomialTail(n - unlikely, n, q, p);
  return Math.min(1, binomialTail(k, n, p, q) + upper);
}
