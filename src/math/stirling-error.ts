/** Coefficients of z^-1, z^-3, ... : B(2k) / (2k (2k-1)) with the Bernoulli numbers B. */
const SERIES = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156, -3617 / 122400] as const;

/**
 * What Stirling's formula leaves out of the logarithm of the gamma function.
 *
 * Formula     d(z) = log Gamma(z + 1) - (z log z - z + log(2 pi z) / 2)
 *             z >= 10: d(z) = sum over k of B(2k) / (2k (2k-1)) z^(1-2k)
 *             z < 10:  d(z) = d(z + 1) + (z + 1/2) log(1 + 1/z) - 1
 * Input       z: any number above 0
 * Output      d: no unit, above 0, about 1 / (12 z)
 * Accuracy    absolute 2e-15 for z >= 0.01, which is what a factor exp(d) needs
 * Cost        O(1)
 * Reference   C. Loader (2000), Fast and accurate computation of binomial probabilities;
 *             NIST Digital Library of Mathematical Functions 5.11.1, https://dlmf.nist.gov/5.11
 * Checked by  test/oracle/special.json (mpmath, scipy)
 */
export function stirlingError(z: number): number {
  let shift = 0;
  let x = z;
  for (; x < 10; x++) shift += (x + 0.5) * Math.log1p(1 / x) - 1;
  const square = 1 / (x * x);
  let sum = 0;
  for (let k = SERIES.length - 1; k >= 0; k--) sum = sum * square + (SERIES[k] as number);
  return shift + sum / x;
}
