import { quickselect } from 'simple-statistics';
import type { Observations } from './observations.ts';

const BUCKETS = 2048;

/** Slopes are put into buckets by (slope - low) * scale; what lies outside goes into the first or last one. */
interface Buckets {
  readonly low: number;
  readonly scale: number;
}

/**
 * Chosen order statistics of all pairwise slopes other than zero, without keeping the slopes.
 *
 * Formula     slopes (y[j] - y[i]) / (t[j] - t[i]) over i < j within each group, y[j] != y[i], in rising order
 * Input       groups: observations whose pairs count; ranks: places in the order, from 0
 * Output      the slope at each rank, in the order of ranks: unit of y per unit of t
 * Accuracy    exact: each result is one of the slopes
 * Cost        O(pairs) time in two passes; memory for the slopes of the buckets that hold a rank, about pairs / 1000
 * Reference   P. K. Sen (1968), JASA 63, 1379-1389, https://doi.org/10.1080/01621459.1968.10480934
 * Checked by  test/math/slope-order-statistics.test.ts (all slopes sorted)
 */
export function slopeOrderStatistics(groups: readonly Observations[], ranks: readonly number[]): number[] {
  const buckets = bucketsFromSample(groups);
  const counts = new Uint32Array(BUCKETS);
  for (const { times, values } of groups) countSlopes(times, values, buckets, counts);
  const wanted = new Uint8Array(BUCKETS);
  const places = placesOf(ranks, counts, wanted);
  const slopes: number[] = [];
  for (const { times, values } of groups) collectSlopes(times, values, buckets, wanted, slopes);
  return places.map((place) => {
    quickselect(slopes, place);
    return slopes[place] as number;
  });
}

/** Marks the bucket of each rank; a rank becomes its place among the slopes of all marked buckets. */
function placesOf(ranks: readonly number[], counts: Uint32Array, wanted: Uint8Array): number[] {
  const below = new Float64Array(BUCKETS + 1);
  for (let b = 0; b < BUCKETS; b++) below[b + 1] = (below[b] as number) + (counts[b] as number);
  const bucketOf = ranks.map((rank) => below.findIndex((count) => count > rank) - 1);
  for (const b of bucketOf) wanted[b] = 1;
  return ranks.map((rank, i) => {
    let place = rank;
    for (let b = 0; b < (bucketOf[i] as number); b++) if (wanted[b] === 0) place -= counts[b] as number;
    return place;
  });
}

/** Buckets over the middle four fifths of a few hundred slopes: any range is right, a good one is quick. */
function bucketsFromSample(groups: readonly Observations[]): Buckets {
  const sample: number[] = [];
  const perGroup = Math.ceil(400 / groups.length);
  for (const { times, values } of groups) {
    const n = values.length;
    for (let k = 0; k < perGroup && n > 1; k++) {
      const i = (k * 7919) % n;
      const j = (i + 1 + ((k * 104729) % (n - 1))) % n;
      const rise = (values[j] as number) - (values[i] as number);
      if (rise !== 0) sample.push(rise / ((times[j] as number) - (times[i] as number)));
    }
  }
  const slopes = Float64Array.from(sample).sort();
  const low = slopes[Math.floor(slopes.length * 0.1)] ?? 0;
  const high = slopes[Math.floor(slopes.length * 0.9)] ?? 0;
  return { low, scale: high > low ? BUCKETS / (high - low) : 0 };
}

function countSlopes(t: Float64Array, y: Float64Array, { low, scale }: Buckets, counts: Uint32Array): void {
  for (let i = 0; i < y.length; i++) {
    const y0 = y[i] as number;
    const t0 = t[i] as number;
    for (let j = i + 1; j < y.length; j++) {
      const rise = (y[j] as number) - y0;
      if (rise === 0) continue;
      const at = (rise / ((t[j] as number) - t0) - low) * scale;
      const bucket = at < 0 ? 0 : at >= BUCKETS ? BUCKETS - 1 : at | 0;
      counts[bucket] = (counts[bucket] as number) + 1;
    }
  }
}

function collectSlopes(t: Float64Array, y: Float64Array, buckets: Buckets, wanted: Uint8Array, slopes: number[]): void {
  const { low, scale } = buckets;
  for (let i = 0; i < y.length; i++) {
    const y0 = y[i] as number;
    const t0 = t[i] as number;
    for (let j = i + 1; j < y.length; j++) {
      const rise = (y[j] as number) - y0;
      if (rise === 0) continue;
      const slope = rise / ((t[j] as number) - t0);
      const at = (slope - low) * scale;
      if (wanted[at < 0 ? 0 : at >= BUCKETS ? BUCKETS - 1 : at | 0] === 1) slopes.push(slope);
    }
  }
}
