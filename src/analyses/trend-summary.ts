import { add, compare, divide, type Exact } from '../math/exact.ts';
import { type Ordinal, periodText } from '../period/index.ts';
import type { Cell, Table } from '../report/report.ts';
import { type ColumnName, column, dimensionColumn } from '../report/vocabulary.ts';
import { flagsAt, type Series, type SeriesSet } from '../series/series.ts';
import { lastShown, type TrendOptions, trendPoint } from './trend.ts';

const COLUMNS = [
  'measure',
  'unit',
  'first_period',
  'last_period',
  'periods',
  'missing',
  'total',
  'mean',
  'median',
  'min',
  'min_period',
  'max',
  'max_period',
  'value',
  'previous',
  'change',
  'relative_change',
  'change_status',
  'year_before',
  'year_change',
  'year_relative_change',
  'year_change_status',
  'flags',
] as const satisfies readonly ColumnName[];

/** One row per series: its extent, its distribution, and its last period with both changes. */
export function trendSummary(set: SeriesSet, options: TrendOptions): Table {
  const rows = set.series.flatMap((series) => {
    const first = Math.max(series.first, options.from);
    return lastShown(series, options) < first ? [] : [summaryRow(series, set, first, lastShown(series, options))];
  });
  return { columns: [...set.dimensions.map(dimensionColumn), ...COLUMNS.map(column)], rows };
}

function summaryRow(series: Series, set: SeriesSet, first: Ordinal, last: Ordinal): Cell[] {
  const values = series.values.slice(first - series.first, last - series.first + 1);
  const present = values.filter((value) => value !== null);
  const text = (ordinal: Ordinal) => periodText(ordinal, set.cadence);
  const total = present.reduce<Exact>((sum, value) => add(sum, value), 0);
  const sorted = [...present].sort(compare);
  const [min, max] = [sorted[0] ?? null, sorted[sorted.length - 1] ?? null];
  const where = (value: Exact | null) =>
    value === null ? null : text(first + values.findIndex((other) => other !== null && compare(other, value) === 0));
  const point = trendPoint(series, last, set);
  const additive = series.measure.statistic === 'sum' || series.measure.statistic === 'count';
  return [
    ...series.key,
    series.measure.name,
    series.measure.unit,
    text(first),
    text(last),
    values.length,
    values.length - present.length,
    additive ? total : null,
    present.length === 0 ? null : divide(total, present.length),
    median(sorted),
    min,
    where(min),
    max,
    where(max),
    point.value,
    series.values[last - 1 - series.first] ?? null,
    point.previous.difference,
    point.previous.ratio,
    point.previous.status,
    point.yearBefore === null ? null : (series.values[point.yearBefore - series.first] ?? null),
    point.year.difference,
    point.year.ratio,
    point.year.status,
    flagsAt(series, last),
  ];
}

/** The middle value of sorted ones, or the mean of the two in the middle. */
function median(sorted: readonly Exact[]): Exact | null {
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? null : divide(add(low, high), 2);
}
