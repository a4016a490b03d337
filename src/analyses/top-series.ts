import { compare, type Exact } from '../math/exact.ts';
import type { Series, SeriesSet } from '../series/series.ts';

/** The `count` series of each measure and unit with the largest last values, largest first. */
export function topSeries(set: SeriesSet, count: number): SeriesSet {
  const kindOf = ({ measure: { name, unit } }: Series) => JSON.stringify([name, unit]);
  const top = (kind: string) =>
    set.series
      .filter((series) => kindOf(series) === kind)
      .sort(byLastValue)
      .slice(0, count);
  return { ...set, series: [...new Set(set.series.map(kindOf))].flatMap(top) };
}

/** Sorting is stable, so equal values stay in the order of their keys. */
function byLastValue(a: Series, b: Series): number {
  const [x, y] = [lastValue(a), lastValue(b)];
  if (x === null || y === null) return x === y ? 0 : x === null ? 1 : -1;
  return compare(y, x);
}

const lastValue = (series: Series): Exact | null => series.values.findLast((value) => value !== null) ?? null;
