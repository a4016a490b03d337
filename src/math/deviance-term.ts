/**
 * One term of a Poisson or binomial deviance, without the cancellation near k = m.
 *
 * Formula     D(k, m) = k log(k / m) + m - k
 *             near k = m, with v = (k - m) / (k + m): D = (k - m) v + 2 k (v^3/3 + v^5/5 + ...)
 * Input       k: observed, at least 0; m: expected, above 0 (0 gives infinity unless k is 0)
 * Output      D: no unit, at least 0
 * Accuracy    relative 4e-15 beside the rounding of k - m
 * Cost        O(1)
 * Reference   C. Loader (2000), Fast and accurate computation of binomial probabilities
 * Checked by  test/oracle/special.json (mpmath, scipy)
 */
export function devianceTerm(k: number, m: number): number {
  if (k === 0) return m;
  if (Math.abs(k - m) >= 0.1 * (k + m)) return k * Math.log(k / m) + m - k;
  const v = (k - m) / (k + m);
  const square = v * v;
  let power = 2 * k * v * square;
  let sum = (k - m) * v;
  for (let odd = 3; Math.abs(power) > 1e-17 * sum; odd += 2) {
    sum += power / odd;
    power *= square;
  }
  return sum;
}
