/** Where the series hands over to the continued fraction. */
const SPLIT = 2.5;

/**
 * Upper tail of the standard normal distribution; the lower one is normalTail(-z).
 *
 * Formula     Q(z) = P(Z > z), with f(z) = exp(-z^2/2) / sqrt(2 pi)
 *             |z| <= 2.5: Q = 1/2 - f(z) (z + z^3/3 + z^5/(3 5) + ...)
 *             z > 2.5:    Q = f(z) / (z + 1/(z + 2/(z + 3/(z + ...))));  z < -2.5: 1 - Q(-z)
 * Input       z: any number
 * Output      Q: probability in [0, 1]
 * Accuracy    relative 1e-12 for z up to 37
 * Cost        O(1), at most about 60 terms
 * Reference   NIST Digital Library of Mathematical Functions 7.6.2 and 7.9.3, https://dlmf.nist.gov/7.9
 * Checked by  test/oracle/normal.json (mpmath, scipy)
 */
export function normalTail(z: number): number {
  if (z < -SPLIT) return 1 - normalTail(-z);
  const density = Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
  return z > SPLIT ? density / tailFraction(z) : 0.5 - density * centralSeries(z);
}

function centralSeries(z: number): number {
  let term = z;
  let sum = z;
  for (let odd = 3; Math.abs(term) > 1e-17 * Math.abs(sum); odd += 2) {
    term *= (z * z) / odd;
    sum += term;
  }
  return sum;
}

/** The continued fraction from its far end; the depth is enough at 2.5 and more than enough beyond. */
function tailFraction(z: number): number {
  let fraction = z;
  for (let k = Math.ceil(20 + 500 / (z * z)); k >= 1; k--) fraction = z + k / fraction;
  return fraction;
}
