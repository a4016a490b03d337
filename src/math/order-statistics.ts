/** Lists up to this length are simply sorted. */
const SHORT = 200;

/**
 * Chosen order statistics of a list, sorting only the parts of it that hold them.
 *
 * Formula     y[rank] of y in rising order, for each rank; the values are counted in n / 8 equal parts of their range
 * Input       y: finite numbers; ranks: from 0, rising
 * Output      one number per rank
 * Accuracy    exact
 * Cost        O(n) time when the values are spread out, O(n log n) at worst
 * Reference   none: bucket sort, of the buckets that matter
 * Checked by  test/math/slope-order-statistics.test.ts (sorting)
 */
export function orderStatistics(y: Float64Array, ranks: readonly number[]): number[] {
  if (y.length <= SHORT) return picked(y.slice().sort(), ranks);
  const [low, high] = rangeOf(y);
  const parts = y.length >>> 3;
  const scale = high > low ? (parts - 1) / (high - low) : 0;
  const counts = new Uint32Array(parts);
  for (let i = 0; i < y.length; i++) {
    const part = (((y[i] as number) - low) * scale) | 0;
    counts[part] = (counts[part] as number) + 1;
  }
  const wanted = new Uint8Array(parts);
  const { places, size } = placesOf(ranks, counts, wanted);
  const kept = new Float64Array(size + 1);
  let n = 0;
  for (let i = 0; i < y.length; i++) {
    const value = y[i] as number;
    kept[n] = value;
    n += wanted[((value - low) * scale) | 0] as number;
  }
  return picked(kept.subarray(0, size).sort(), places);
}

const picked = (sorted: Float64Array, ranks: readonly number[]): number[] =>
  ranks.map((rank) => sorted[rank] as number);

function rangeOf(y: Float64Array): [number, number] {
  let [low, high] = [y[0] as number, y[0] as number];
  for (let i = 1; i < y.length; i++) {
    const value = y[i] as number;
    if (value < low) low = value;
    else if (value > high) high = value;
  }
  return [low, high];
}

/** Marks the part of each rank; a rank becomes its place among the values of all marked parts, `size` of them. */
function placesOf(ranks: readonly number[], counts: Uint32Array, wanted: Uint8Array) {
  const places: number[] = [];
  let [part, before, skipped, size] = [0, 0, 0, 0];
  for (const rank of ranks) {
    while (before + (counts[part] as number) <= rank) {
      const count = counts[part] as number;
      if (wanted[part] === 0) skipped += count;
      before += count;
      part++;
    }
    if (wanted[part] === 0) size += counts[part] as number;
    wanted[part] = 1;
    places.push(rank - skipped);
  }
  return { places, size };
}
