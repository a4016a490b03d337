import { digamma } from './digamma.ts';
import { trigamma } from './trigamma.ts';

/**
 * Maximum likelihood of the size of a negative binomial distribution with known means; variance = m + m^2 / theta.
 *
 * Formula     0 = sum of psi(y + theta) - psi(theta) + log(theta / (theta + m)) + 1 - (y + theta) / (m + theta),
 *             by Newton's steps in log theta, each at most a factor of 4
 * Input       y: counts; m: their means, above 0, in the same order
 * Output      theta: above 0, no unit
 * Null when   the likelihood rises up to the Poisson limit: sum of (y - m)^2 <= sum of y
 * Accuracy    relative 1e-9 for theta up to 1e4
 * Cost        O(n) per step, about ten steps
 * Reference   W. N. Venables, B. D. Ripley (2002), Modern Applied Statistics with S, 7.4, https://doi.org/10.1007/978-0-387-21706-2
 * Checked by  test/oracle/ratio.json (R, MASS theta.ml)
 */
export function negativeBinomialTheta(y: readonly number[], m: readonly number[]): number | null {
  let [excess, spread] = [0, 0];
  for (const [i, value] of y.entries()) {
    const mean = m[i] as number;
    excess += (value - mean) ** 2 - value;
    spread += (value / mean - 1) ** 2;
  }
  if (excess <= 0) return null;
  let theta = y.length / spread;
  for (let step = 0; step < 200; step++) {
    const { score, information } = derivatives(theta, y, m);
    const newton = information > 0 ? score / (information * theta) : Math.sign(score);
    const change = Math.max(-Math.log(4), Math.min(Math.log(4), newton));
    theta *= Math.exp(change);
    if (Math.abs(change) < 1e-12) break;
  }
  return theta;
}

function derivatives(
  theta: number,
  y: readonly number[],
  m: readonly number[],
): { score: number; information: number } {
  let [score, information] = [0, 0];
  for (const [i, value] of y.entries()) {
    const total = theta + (m[i] as number);
    const share = (value + theta) / total;
    score += digamma(value + theta) - digamma(theta) + Math.log(theta / total) + 1 - share;
    information += trigamma(theta) - trigamma(value + theta) - 1 / theta + (2 - share) / total;
  }
  return { score, information };
}
