import { normalTail } from './normal-tail.ts';

/**
 * Standard score of a whole-numbered score with continuity correction, and its two-sided p-value.
 *
 * Formula     z = (s - sign s) / sqrt(variance), 0 for s = 0;  p = 2 Q(|z|)
 * Input       s: a score that moves in steps of 2 (Kendall's); variance: above 0
 * Output      z: no unit; p: probability in [0, 1]
 * Accuracy    relative 1e-12
 * Cost        O(1)
 * Reference   H. B. Mann (1945), Econometrica 13, 245-259, https://doi.org/10.2307/1907187
 * Checked by  test/oracle/kendall.json (scipy)
 */
export function twoSidedP(s: number, variance: number): { z: number; p: number } {
  const z = s === 0 ? 0 : (s - Math.sign(s)) / Math.sqrt(variance);
  return { z, p: 2 * normalTail(Math.abs(z)) };
}
