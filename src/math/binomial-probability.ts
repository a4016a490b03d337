import { devianceTerm } from './deviance-term.ts';
import { stirlingError } from './stirling-error.ts';

/**
 * Probability of k successes in n trials, the binomial distribution.
 *
 * Formula     P = sqrt(n / (2 pi k (n-k))) exp(d(n) - d(k) - d(n-k) - D(k, n p) - D(n-k, n q)),
 *             with Stirling's error d and the deviance term D; p^n and q^n at the ends
 * Input       k, n: whole numbers, 0 <= k <= n; p: chance of success in (0, 1); q: 1 - p
 * Output      P: probability in [0, 1]
 * Accuracy    relative 1e-12 for n up to 1e6
 * Cost        O(1)
 * Reference   C. Loader (2000), Fast and accurate computation of binomial probabilities
 * Checked by  test/oracle/binomial.json (mpmath, scipy)
 */
export function binomialProbability(k: number, n: number, p: number, q: number = 1 - p): number {
  if (k === 0) return Math.exp(n * (p < 0.5 ? Math.log1p(-p) : Math.log(q)));
  if (k === n) return Math.exp(n * (q < 0.5 ? Math.log1p(-q) : Math.log(p)));
  const stirling = stirlingError(n) - stirlingError(k) - stirlingError(n - k);
  const deviance = devianceTerm(k, n * p) + devianceTerm(n - k, n * q);
  return Math.sqrt(n / (2 * Math.PI * k * (n - k))) * Math.exp(stirling - deviance);
}
