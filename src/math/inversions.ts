/** Runs up to this length are sorted by insertion. */
const SHORT = 12;

/**
 * Number of pairs that stand in falling order; sorts the values as it counts.
 *
 * Formula     count of i < j with y[i] > y[j], by merge sort
 * Input       y: finite numbers, sorted in place from start to before end; buffer: scratch, as long as y
 * Output      count: whole number
 * Accuracy    exact up to n = 1e8
 * Cost        O(n log n) time
 * Reference   W. R. Knight (1966), JASA 61, 436-439, https://doi.org/10.1080/01621459.1966.10480879
 * Checked by  test/math/kendall-scores.test.ts (all pairs)
 */
export function inversions(y: Float64Array, buffer: Float64Array, start: number, end: number): number {
  if (end - start <= SHORT) return insertionSort(y, start, end);
  const middle = (start + end) >>> 1;
  const within = inversions(y, buffer, start, middle) + inversions(y, buffer, middle, end);
  return within + merge(y, buffer, start, middle, end);
}

function insertionSort(y: Float64Array, start: number, end: number): number {
  let count = 0;
  for (let i = start + 1; i < end; i++) {
    const value = y[i] as number;
    let j = i;
    for (; j > start && (y[j - 1] as number) > value; j--) y[j] = y[j - 1] as number;
    y[j] = value;
    count += i - j;
  }
  return count;
}

function merge(y: Float64Array, buffer: Float64Array, start: number, middle: number, end: number): number {
  for (let i = start; i < middle; i++) buffer[i] = y[i] as number;
  let count = 0;
  let left = start;
  let right = middle;
  for (let k = start; left < middle; k++) {
    if (right < end && (buffer[left] as number) > (y[right] as number)) {
      y[k] = y[right++] as number;
      count += middle - left;
    } else {
      y[k] = buffer[left++] as number;
    }
  }
  return count;
}
