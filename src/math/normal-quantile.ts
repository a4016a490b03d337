import { normalTail } from './normal-tail.ts';

/**
 * Quantile of the standard normal distribution.
 *
 * Formula     z with P(Z <= z) = p: Newton's steps on log Q(z) = log min(p, 1 - p), which is concave
 * Input       p: probability, above 0 and below 1
 * Output      z: no unit
 * Throws      RangeError if p is not between 0 and 1
 * Accuracy    relative 1e-12 for p from 1e-300 to 0.49; absolute 1e-16 nearer to the median
 * Cost        O(1), about six evaluations of the tail
 * Reference   NIST Digital Library of Mathematical Functions 7.17, https://dlmf.nist.gov/7.17
 * Checked by  test/oracle/normal.json (mpmath, scipy)
 */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`normalQuantile: probability ${p} is not between 0 and 1`);
  const tail = Math.min(p, 1 - p);
  if (tail === 0.5) return 0;
  let z = Math.sqrt(-2 * Math.log(2 * tail));
  for (let step = 0; step < 50; step++) {
    const q = normalTail(z);
    const density = Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
    const change = (Math.log(q / tail) * q) / density;
    z += change;
    if (Math.abs(change) <= 1e-15 * z) break;
  }
  return p < 0.5 ? -z : z;
}
