/** Runs up to this length are sorted by insertion. */
const SHORT = 12;

/**
 * Number of pairs that stand in falling order, and the values in rising order.
 *
 * Formula     count of i < j with y[i] > y[j], by merge sort
 * Input       y: finite numbers
 * Output      count: whole number; sorted: a new array
 * Accuracy    exact up to n = 1e8
 * Cost        O(n log n) time, O(n) memory
 * Reference   W. R. Knight (1966), JASA 61, 436-439, https://doi.org/10.1080/01621459.1966.10480879
 * Checked by  test/math/kendall-score.test.ts (all pairs)
 */
export function inversions(y: Float64Array): { count: number; sorted: Float64Array } {
  const sorted = y.slice();
  return { count: sortRange(sorted, new Float64Array(y.length), 0, y.length), sorted };
}

function sortRange(y: Float64Array, buffer: Float64Array, start: number, end: number): number {
  if (end - start <= SHORT) return insertionSort(y, start, end);
  const middle = (start + end) >>> 1;
  return sortRange(y, buffer, start, middle) + sortRange(y, buffer, middle, end) + merge(y, buffer, start, middle, end);
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
