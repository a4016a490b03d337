/** Bernoulli numbers B(2), B(4), ... */
const BERNOULLI = [1 / 6, -1 / 30, 1 / 42, -1 / 30, 5 / 66, -691 / 2730, 7 / 6] as const;

/**
 * Trigamma function, the derivative of the digamma function.
 *
 * Formula     psi'(x) = psi'(x + 1) + 1/x^2;  x >= 10: psi'(x) = 1/x + 1/(2x^2) + sum over k of B(2k) / x^(2k+1)
 * Input       x: any number above 0
 * Output      psi'(x): no unit, above 0
 * Accuracy    relative 1e-13
 * Cost        O(1)
 * Reference   NIST Digital Library of Mathematical Functions 5.15.8, https://dlmf.nist.gov/5.15
 * Checked by  test/oracle/special.json (mpmath, scipy)
 */
export function trigamma(x: number): number {
  let shift = 0;
  let z = x;
  for (; z < 10; z++) shift += 1 / (z * z);
  const square = 1 / (z * z);
  let sum = 0;
  for (let k = BERNOULLI.length; k >= 1; k--) sum = (sum + (BERNOULLI[k - 1] as number)) * square;
  return shift + (1 + 0.5 / z + sum) / z;
}
