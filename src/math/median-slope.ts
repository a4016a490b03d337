import type { KendallScore } from './kendall-scores.ts';
import type { Observations } from './observations.ts';
import { slopeOrderStatistics } from './slope-order-statistics.ts';

export interface MedianSlope {
  readonly slope: number;
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * Median of all pairwise slopes and the slopes at the ranks of its confidence interval.
 *
 * Formula     N slopes in rising order, C = z sqrt(variance);  slope = median
 *             low at rank (N - C)/2, high at rank (N + C)/2 + 1, from 1, interpolated between whole ranks
 * Input       series: observations whose pairs within groups count; total: the sum of their Kendall scores; margin: C,
 *             null when no interval is wanted
 * Output      slope, low, high: unit of y per unit of t
 * Null when   the ranks of the interval lie outside the slopes (low and high)
 * Accuracy    relative 1e-15
 * Cost        O(pairs) time
 * Reference   P. K. Sen (1968), JASA 63, 1379-1389, https://doi.org/10.1080/01621459.1968.10480934;
 *             D. R. Helsel et al. (2020), Statistical Methods in Water Resources, 10.1, https://doi.org/10.3133/tm4A3
 * Checked by  test/oracle/kendall.json (numpy)
 */
export function medianSlope(series: Observations, total: KendallScore, margin: number | null): MedianSlope {
  const { pairs, falling, tied } = total;
  const lowPlace = margin === null ? -1 : (pairs - margin) / 2 - 1;
  const middle = (pairs - 1) / 2;
  const places = lowPlace < 0 ? [middle] : [lowPlace, middle, pairs - 1 - lowPlace];
  const ranks = [...new Set(places.flatMap((place) => [Math.floor(place), Math.ceil(place)]))];
  const nonzero = ranks.filter((rank) => rank < falling || rank >= falling + tied);
  const found = slopeOrderStatistics(
    series,
    pairs - tied,
    nonzero.map((rank) => (rank < falling ? rank : rank - tied)),
  );
  const slopeAt = (rank: number): number => found[nonzero.indexOf(rank)] ?? 0;
  const slopes = places.map((place) => {
    const [from, to] = [slopeAt(Math.floor(place)), slopeAt(Math.ceil(place))];
    return from + (to - from) * (place - Math.floor(place));
  });
  const [low = 0, slope = 0, high = 0] = slopes;
  return lowPlace < 0 ? { slope: low, low: null, high: null } : { slope, low, high };
}
