import { compare, type Exact } from '../math/exact.ts';
import type { Series, SeriesSet } from '../series/series.ts';

/** The `count` series of each measure with the largest last values, largest first. */
export function topSeries(set: SeriesSet, count: number): SeriesSet {
  const measures = [...new Set(set.series.map(({ measure }) => measure.name))];
  const top = (name: string) =>
    set.series
      .filter(({ measure }) => measure.name === name)
      .sort(byLastValue)
      .slice(0, count);
  return { ...set, series: measures.flatMap(top) };
}

/** Sorting is stable, so equal values stay in the order of their keys. */
function byLastValue(a: Series, b: Series): number {
  const [x, y] = [lastValue(a), lastValue(b)];
  if (x === null || y === null) return x === y ? 0 : x === null ? 1 : -1;
  return compare(y, x);
}

const lastValue = (series: Series): Exact | null => series.values.findLast((value) => value !== null) ?? null;
