import type { KendallScore } from './kendall-score.ts';
import type { Observations } from './observations.ts';
import { slopeOrderStatistics } from './slope-order-statistics.ts';

export interface MedianSlope {
  readonly slope: number;
  /** Null where the ranks of the interval lie outside the slopes. */
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * Median of all pairwise slopes and the slopes at the ranks of its confidence interval.
 *
 * Formula     N slopes in rising order, C = z sqrt(variance);  slope = median
 *             low at rank (N - C)/2, high at rank (N + C)/2 + 1, from 1, interpolated between whole ranks
 * Input       groups: observations whose pairs count; scores: their Kendall scores; margin: C,
 *             null when no interval is wanted
 * Output      slope, low, high: unit of y per unit of t
 * Null when   fewer than one slope lies outside the interval on either side (low and high)
 * Accuracy    relative 1e-15
 * Cost        O(pairs) time
 * Reference   P. K. Sen (1968), JASA 63, 1379-1389, https://doi.org/10.1080/01621459.1968.10480934;
 *             D. R. Helsel et al. (2020), Statistical Methods in Water Resources, 10.1, https://doi.org/10.3133/tm4A3
 * Checked by  test/oracle/kendall.json (numpy)
 */
export function medianSlope(
  groups: readonly Observations[],
  scores: readonly KendallScore[],
  margin: number | null,
): MedianSlope {
  let [pairs, falling, tied] = [0, 0, 0];
  for (const score of scores) {
    pairs += (score.n * (score.n - 1)) / 2;
    falling += score.falling;
    tied += score.tied;
  }
  const lowRank = margin === null ? -1 : (pairs - margin) / 2 - 1;
  const places = [(pairs - 1) / 2];
  if (lowRank >= 0) places.push(lowRank, pairs - 1 - lowRank);
  const ranks = places.flatMap((place) => [Math.floor(place), Math.min(Math.ceil(place), pairs - 1)]);
  const nonzero = ranks.filter((rank) => rank < falling || rank >= falling + tied);
  const found = slopeOrderStatistics(
    groups,
    nonzero.map((rank) => (rank < falling ? rank : rank - tied)),
  );
  const slopeAt = (rank: number): number => found[nonzero.indexOf(rank)] ?? 0;
  const [slope = 0, low = null, high = null] = places.map((place, i) => {
    const [from, to] = [slopeAt(ranks[2 * i] as number), slopeAt(ranks[2 * i + 1] as number)];
    return from + (to - from) * (place - Math.floor(place));
  });
  return { slope, low, high };
}
