import type { Observations } from './observations.ts';
import { orderStatistics } from './order-statistics.ts';

/**
 * Chosen order statistics of all pairwise slopes other than zero, keeping only those near the chosen ranks.
 *
 * Formula     slopes (y[j] - y[i]) / (t[j] - t[i]) over i < j within each group, y[j] != y[i], in rising order;
 *             a sample says between which slopes the ranks lie, one pass counts below and keeps between
 * Input       series: observations whose pairs within groups count; pairs: how many slopes are not zero; ranks: places
 *             in their order, from 0, rising
 * Output      the slope at each rank: unit of y per unit of t
 * Accuracy    exact: each result is one of the slopes, whatever the sample
 * Cost        O(pairs) time, about 8 ns each at 2 GHz; memory for about a tenth of the slopes, less for many
 * Reference   R. W. Floyd, R. L. Rivest (1975), CACM 18, 165-172, https://doi.org/10.1145/360680.360691
 * Checked by  test/math/slope-order-statistics.test.ts (all slopes sorted)
 */
export function slopeOrderStatistics(series: Observations, pairs: number, ranks: readonly number[]): number[] {
  const [lowest = 0] = ranks;
  const highest = ranks.at(-1) ?? 0;
  let { low, high, share } = sampledRange(series, pairs, lowest, highest);
  let kept = new Float64Array(Math.ceil(Math.min(1, 1.2 * share) * pairs) + 64);
  for (;;) {
    const { below, between } = countAndKeep(series, low, high, kept);
    if (below > lowest) low = Number.NEGATIVE_INFINITY;
    else if (below + between <= highest) high = Number.POSITIVE_INFINITY;
    else if (between > kept.length) kept = new Float64Array(between);
    else {
      const places = ranks.map((rank) => rank - below);
      return orderStatistics(kept.subarray(0, between), places);
    }
  }
}

interface Range {
  readonly low: number;
  readonly high: number;
  /** Of all slopes, about how many lie between. */
  readonly share: number;
}

/** Counts the slopes below `low` and keeps those from `low` to `high`; free of branches, which cost most here. */
function countAndKeep({ times, values, starts }: Observations, low: number, high: number, kept: Float64Array) {
  let [below, between] = [0, 0];
  for (let g = 1; g < starts.length; g++) {
    const end = starts[g] as number;
    for (let i = starts[g - 1] as number; i < end; i++) {
      const y = values[i] as number;
      const t = times[i] as number;
      for (let j = i + 1; j < end; j++) {
        const rise = (values[j] as number) - y;
        const slope = rise / ((times[j] as number) - t);
        const counts = +(rise !== 0);
        kept[between] = slope;
        between += +(slope >= low) & +(slope <= high) & counts;
        below += +(slope < low) & counts;
      }
    }
  }
  return { below, between };
}

/** Between which slopes the ranks lie, most probably: three standard errors beyond them in a sample. */
function sampledRange(series: Observations, pairs: number, lowest: number, highest: number): Range {
  const sample = sampleOf(series, Math.min(20_000, Math.max(300, Math.floor(pairs / 40))));
  const n = sample.length;
  const margin = 1.5 * Math.sqrt(n);
  const from = Math.floor((lowest / pairs) * n - margin);
  const to = Math.ceil((highest / pairs) * n + margin);
  const ranks = [Math.max(from, 0), Math.min(to, n - 1)].filter((_, i, both) => i === 0 || both[1] !== both[0]);
  const found = n === 0 ? [] : orderStatistics(sample, ranks);
  return {
    low: from < 0 ? Number.NEGATIVE_INFINITY : (found[0] ?? Number.NEGATIVE_INFINITY),
    high: to >= n ? Number.POSITIVE_INFINITY : (found.at(-1) ?? Number.POSITIVE_INFINITY),
    share: (to - from) / Math.max(1, n),
  };
}

/** Slopes of pairs at strides that are no multiples of each other, the same ones every time. */
function sampleOf({ times, values, starts }: Observations, size: number): Float64Array {
  const sample = new Float64Array(size);
  let count = 0;
  for (let k = 0; k < size; k++) {
    const g = k % (starts.length - 1);
    const start = starts[g] as number;
    const n = (starts[g + 1] as number) - start;
    if (n < 2) continue;
    const i = (k * 7919) % n;
    const j = start + ((i + 1 + ((k * 104729) % (n - 1))) % n);
    const rise = (values[j] as number) - (values[start + i] as number);
    if (rise !== 0) sample[count++] = rise / ((times[j] as number) - (times[start + i] as number));
  }
  return sample.subarray(0, count);
}
