import { stirlingError } from './stirling-error.ts';

/**
 * Natural logarithm of the gamma function.
 *
 * Formula     log Gamma(x) = z log z - z + log(2 pi z) / 2 + d(z) - log x, with z = x and d Stirling's error
 * Input       x: any number above 0
 * Output      log Gamma(x): no unit
 * Accuracy    1e-14 times the larger of 1 and |log Gamma(x)|
 * Cost        O(1)
 * Reference   NIST Digital Library of Mathematical Functions 5.11.1, https://dlmf.nist.gov/5.11
 * Checked by  test/oracle/special.json (mpmath, scipy)
 */
export function logGamma(x: number): number {
  return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + stirlingError(x);
}
