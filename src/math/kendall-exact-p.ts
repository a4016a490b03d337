/**
 * Exact two-sided p-value of Kendall's score without ties: the share of all orders with a score at least as far from 0.
 *
 * Formula     c(n, k) = sum over i < n of c(n-1, k-i), the orders of n with k falling pairs; s = n(n-1)/2 - 2k
 *             p = sum over k with |s(k)| >= |s| of c(n, k) / n!
 * Input       s: Kendall's score; n: values, all different, at most 20
 * Output      p: probability in (0, 1]
 * Accuracy    relative 1e-15
 * Cost        O(n^3)
 * Reference   M. G. Kendall (1938), Biometrika 30, 81-93, https://doi.org/10.1093/biomet/30.1-2.81
 * Checked by  test/oracle/kendall.json (scipy, kendalltau with method exact)
 */
export function kendallExactP(s: number, n: number): number {
  let orders = [1];
  let total = 1;
  for (let size = 2; size <= n; size++) {
    orders = withOneMore(orders, size);
    total *= size;
  }
  const pairs = (n * (n - 1)) / 2;
  let extreme = 0;
  for (const [k, count] of orders.entries()) if (Math.abs(pairs - 2 * k) >= Math.abs(s)) extreme += count;
  return extreme / total;
}

/** The number of orders of `size` by falling pairs, from those of one fewer: the new value may pass 0 to size - 1. */
function withOneMore(orders: readonly number[], size: number): number[] {
  const more = new Array<number>(orders.length + size - 1).fill(0);
  for (const [k, count] of orders.entries())
    for (let i = 0; i < size; i++) more[k + i] = (more[k + i] as number) + count;
  return more;
}
