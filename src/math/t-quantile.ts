import { betaLogOddsQuantile } from './beta-log-odds-quantile.ts';

/**
 * Quantile of Student's t distribution.
 *
 * Formula     t with P(T <= t) = p: t^2 / df is the odds of a beta quantile with 1/2 and df/2
 * Input       p: probability, above 0 and below 1; df: degrees of freedom, above 0
 * Output      t: no unit
 * Throws      RangeError if p is not between 0 and 1
 * Accuracy    relative 1e-11 for df from 1 to 1e6 and p from 1e-100
 * Cost        O(sqrt(df))
 * Reference   NIST Digital Library of Mathematical Functions 8.17, https://dlmf.nist.gov/8.17
 * Checked by  test/oracle/student-t.json (mpmath, scipy)
 */
export function tQuantile(p: number, df: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`tQuantile: probability ${p} is not between 0 and 1`);
  const tail = Math.min(p, 1 - p);
  if (tail === 0.5) return 0;
  const t = Math.sqrt(df * Math.exp(-betaLogOddsQuantile(2 * tail, df / 2, 0.5)));
  return p < 0.5 ? -t : t;
}
