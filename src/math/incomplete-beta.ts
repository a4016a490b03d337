import { betaDensityFactor } from './beta-density-factor.ts';

/**
 * Regularized incomplete beta function, the lower tail of the beta distribution; the upper one is
 * incompleteBeta(y, b, a, x).
 *
 * Formula     I = 1/B(a, b) integral from 0 to x of t^(a-1) (1-t)^(b-1) dt, by the continued fraction
 *             I = betaDensityFactor / a / (1 + d1/(1 + d2/(1 + ...))) below the mean, 1 - I(y, b, a) above it
 * Input       x: in [0, 1]; a, b: above 0; y: 1 - x, given where the caller knows it without cancellation
 * Output      I: probability in [0, 1]
 * Accuracy    relative 1e-12 for a, b from 0.5 to 1e4 and tails down to 1e-250; 1e-10 up to 1e8
 * Cost        O(sqrt(max(a, b)))
 * Reference   NIST Digital Library of Mathematical Functions 8.17.22, https://dlmf.nist.gov/8.17
 * Checked by  test/oracle/beta.json (mpmath, scipy)
 */
export function incompleteBeta(x: number, a: number, b: number, y: number = 1 - x): number {
  if (x <= 0) return 0;
  if (y <= 0) return 1;
  if (x * (b + 1) > (a + 1) * y) return 1 - incompleteBeta(y, b, a, x);
  return betaDensityFactor(x, a, b, y) / (a * continuedFraction(x, a, b));
}

/** Lentz's evaluation from the front, until a factor no longer changes the value. */
function continuedFraction(x: number, a: number, b: number): number {
  let value = 1;
  let c = 1;
  let d = 0;
  for (let m = 0; m < 1e6; m++) {
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    const even = ((m + 1) * (b - m - 1) * x) / ((a + 2 * m + 1) * (a + 2 * m + 2));
    d = 1 / (1 + odd * d);
    c = 1 + odd / c;
    const before = value;
    value *= c * d;
    d = 1 / (1 + even * d);
    c = 1 + even / c;
    value *= c * d;
    if (Math.abs(value - before) <= 1e-16 * Math.abs(value)) break;
  }
  return value;
}
