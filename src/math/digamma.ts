/** Bernoulli numbers B(2), B(4), ... */
const BERNOULLI = [1 / 6, -1 / 30, 1 / 42, -1 / 30, 5 / 66, -691 / 2730, 7 / 6] as const;

/**
 * Digamma function, the derivative of the logarithm of the gamma function.
 *
 * Formula     psi(x) = psi(x + 1) - 1/x;  x >= 10: psi(x) = log x - 1/(2x) - sum over k of B(2k) / (2k x^(2k))
 * Input       x: any number above 0
 * Output      psi(x): no unit
 * Accuracy    absolute 1e-14 times the larger of 1 and |psi(x)|
 * Cost        O(1)
 * Reference   NIST Digital Library of Mathematical Functions 5.5.2 and 5.11.2, https://dlmf.nist.gov/5.11
 * Checked by  test/oracle/special.json (mpmath, scipy)
 */
export function digamma(x: number): number {
  let shift = 0;
  let z = x;
  for (; z < 10; z++) shift -= 1 / z;
  const square = 1 / (z * z);
  let sum = 0;
  for (let k = BERNOULLI.length; k >= 1; k--) sum = (sum + (BERNOULLI[k - 1] as number) / (2 * k)) * square;
  return shift + Math.log(z) - 0.5 / z - sum;
}
