/**
 * Ranks from 1, equal values sharing their average rank.
 *
 * Formula     rank[i] = number of smaller values + (number of equal values + 1) / 2
 * Input       y: finite numbers
 * Output      ranks in the order of y: from 1 to n
 * Accuracy    exact
 * Cost        O(n log n) time, O(n) memory
 * Reference   M. G. Kendall (1945), Biometrika 33, 239-251, https://doi.org/10.1093/biomet/33.3.239
 * Checked by  test/oracle/kendall.json (R rank, by way of the autocorrelation of ranks)
 */
export function averageRanks(y: Float64Array): Float64Array {
  const order = Uint32Array.from(y, (_, i) => i).sort((a, b) => (y[a] as number) - (y[b] as number));
  const ranks = new Float64Array(y.length);
  for (let start = 0; start < order.length; ) {
    const value = y[order[start] as number];
    let end = start + 1;
    while (end < order.length && y[order[end] as number] === value) end++;
    for (let i = start; i < end; i++) ranks[order[i] as number] = (start + end + 1) / 2;
    start = end;
  }
  return ranks;
}
