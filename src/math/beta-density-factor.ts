import { devianceTerm } from './deviance-term.ts';
import { stirlingError } from './stirling-error.ts';

/**
 * Density of the beta distribution times x y, the derivative of its tail by the log odds of x.
 *
 * Formula     x^a y^b / B(a, b) = sqrt(a b / (2 pi n)) exp(d(n) - d(a) - d(b) - D(a, n x) - D(b, n y)), n = a + b,
 *             with Stirling's error d and the deviance term D
 * Input       x: above 0 and below 1; a, b: above 0; y: 1 - x
 * Output      at least 0, no unit
 * Accuracy    as incompleteBeta
 * Cost        O(1)
 * Reference   C. Loader (2000), Fast and accurate computation of binomial probabilities
 * Checked by  test/oracle/beta.json (mpmath, scipy)
 */
export function betaDensityFactor(x: number, a: number, b: number, y: number): number {
  const n = a + b;
  const stirling = stirlingError(n) - stirlingError(a) - stirlingError(b);
  const deviance = devianceTerm(a, n * x) + devianceTerm(b, n * y);
  return Math.sqrt((a * b) / (2 * Math.PI * n)) * Math.exp(stirling - deviance);
}
