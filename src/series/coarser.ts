import { type Cadence, dayNumber, firstDay, lastDay, type Ordinal, ordinalOf } from '../period/index.ts';
import { type Flag, lastOrdinal, type Series, type SeriesSet } from './series.ts';
import { windowValue } from './window-value.ts';

/** The same series over longer periods: each value is made of those of the periods in it. */
export function coarser(set: SeriesSet, target: Cadence): SeriesSet {
  if (set.cadence.every === target.every) return set;
  return { ...set, cadence: target, series: set.series.map((series) => coarserSeries(series, set, target)) };
}

function coarserSeries(series: Series, { cadence, covered }: SeriesSet, target: Cadence): Series {
  const [first, last] = [series.first, lastOrdinal(series)].map((at) => ordinalOf(firstDay(at, cadence), target)) as [
    Ordinal,
    Ordinal,
  ];
  const points = Array.from({ length: last - first + 1 }, (_, i) => {
    const [from, to] = [firstDay(first + i, target), lastDay(first + i, target)];
    const window = { first: ordinalOf(from, cadence), last: ordinalOf(to, cadence) };
    const { value, flags } = windowValue(series, window);
    const isPartial = dayNumber(from) < dayNumber(covered.from) || dayNumber(to) > dayNumber(covered.to);
    const records = series.records.slice(Math.max(0, window.first - series.first), window.last - series.first + 1);
    return {
      value,
      flags: isPartial ? partial(flags) : flags,
      records: records.reduce((sum, count) => sum + count, 0),
    };
  });
  return {
    ...series,
    first,
    values: points.map(({ value }) => value),
    records: points.map(({ records }) => records),
    flags: points.map(({ flags }) => flags),
  };
}

/** What the source does not cover is no gap in it. */
const partial = (flags: readonly Flag[]): Flag[] =>
  [...new Set([...flags.filter((flag) => flag !== 'incomplete'), 'partial' as const])].sort();
