import { devianceTerm } from './deviance-term.ts';
import { stirlingError } from './stirling-error.ts';

/**
 * Upper tail of the chi-squared distribution, a regularized incomplete gamma function.
 *
 * Formula     Q(a, x) with a = df/2, x = statistic/2 and g = x^a exp(-x) / Gamma(a + 1)
 *             x < a + 1: 1 - g (1 + x/(a+1) + x^2/((a+1)(a+2)) + ...)
 *             otherwise: g a / (x + 1 - a - 1(1-a)/(x + 3 - a - 2(2-a)/(x + 5 - a - ...)))
 * Input       statistic: at least 0; df: degrees of freedom, above 0
 * Output      probability in [0, 1]
 * Accuracy    relative 1e-12 for df from 1 to 1e4 and tails down to 1e-250
 * Cost        O(sqrt(df))
 * Reference   NIST Digital Library of Mathematical Functions 8.7.1 and 8.9.2, https://dlmf.nist.gov/8.9
 * Checked by  test/oracle/chi-squared.json (mpmath, scipy)
 */
export function chiSquaredTail(statistic: number, df: number): number {
  if (statistic <= 0) return 1;
  const a = df / 2;
  const x = statistic / 2;
  const front = Math.exp(-devianceTerm(a, x) - stirlingError(a)) / Math.sqrt(2 * Math.PI * a);
  return x < a + 1 ? 1 - front * lowerSeries(a, x) : (front * a) / upperFraction(a, x);
}

function lowerSeries(a: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 1; term > 1e-17 * sum; k++) {
    term *= x / (a + k);
    sum += term;
  }
  return sum;
}

function upperFraction(a: number, x: number): number {
  let value = x + 1 - a;
  let c = value;
  let d = 0;
  for (let k = 1; k < 1e6; k++) {
    const numerator = k * (a - k);
    const denominator = x + 2 * k + 1 - a;
    d = 1 / (denominator + numerator * d);
    c = denominator + numerator / c;
    const factor = c * d;
    value *= factor;
    if (Math.abs(factor - 1) <= 1e-16) break;
  }
  return value;
}
