import { incompleteBeta } from './incomplete-beta.ts';

/**
 * Lower tail of the binomial distribution; the upper one, P(X >= k), is binomialTail(n - k, n, q, p).
 *
 * Formula     P(X <= k) = I(q; n - k, k + 1)
 * Input       k: whole number (below 0 gives 0, n or more gives 1); n: trials; p: chance of success; q: 1 - p
 * Output      probability in [0, 1]
 * Accuracy    relative 1e-12 for n up to 1e4, 1e-10 up to 1e8
 * Cost        O(sqrt(n))
 * Reference   NIST Digital Library of Mathematical Functions 8.17.5, https://dlmf.nist.gov/8.17
 * Checked by  test/oracle/binomial.json (mpmath, scipy)
 */
export function binomialTail(k: number, n: number, p: number, q: number = 1 - p): number {
  if (k < 0) return 0;
  return k >= n ? 1 : incompleteBeta(q, n - k, k + 1, p);
}
