import { add, approximate, compare, divide, type Exact, toNumber } from '../math/exact.ts';
import { standardDeviation } from '../math/standard-deviation.ts';
import { type Ordinal, periodText } from '../period/index.ts';
import type { Cell, Table } from '../report/report.ts';
import { type ColumnName, column, dimensionColumn } from '../report/vocabulary.ts';
import { flagsAt, isPart, type Series, type SeriesSet } from '../series/series.ts';
import { type Direction, directions } from './direction.ts';
import { rowKey } from './row-key.ts';
import { sorted } from './sorted.ts';
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
  'standard_deviation',
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
  'direction',
  'slope',
  'slope_low',
  'slope_high',
  'direction_p',
  'direction_p_holm',
  'direction_method',
  'seasons_differ',
  'flags',
] as const satisfies readonly ColumnName[];

/** One row per series: its extent, its distribution, and its last period with both changes. */
export function trendSummary(set: SeriesSet, options: TrendOptions): Table {
  const shown = set.series.filter((series) => lastShown(series, options) >= Math.max(series.first, options.from));
  const found = directions(shown, set, options.from, options.to);
  const rows = shown.map((series, i) => {
    const first = Math.max(series.first, options.from);
    const last = lastShown(series, options);
    return [...summaryRow(series, set, first, last), ...directionCells(found[i]), flagsAt(series, last)];
  });
  const key = rowKey([], set.dimensions, set.series);
  return { columns: [...set.dimensions.map(dimensionColumn), ...COLUMNS.map(column)], rows, key };
}

function directionCells(direction: Direction | undefined): Cell[] {
  if (!direction) return [];
  const p = (x: number | null) => (x === null ? null : approximate(x));
  const { words, slope, low, high, pValue, adjustedP, method, seasonsDiffer } = direction;
  return [words, slope, low, high, p(pValue), p(adjustedP), method, seasonsDiffer ? 'yes' : 'no'];
}

function summaryRow(series: Series, set: SeriesSet, first: Ordinal, last: Ordinal): Cell[] {
  const values = series.values.slice(first - series.first, last - series.first + 1);
  const present = values.filter((value) => value !== null);
  const whole = values.map((value, i) => (isPart(flagsAt(series, first + i)) ? null : value));
  const compared = whole.filter((value) => value !== null);
  const text = (ordinal: Ordinal) => periodText(ordinal, set.cadence);
  const total = sumOf(present);
  const rising = sorted(compared);
  const [min, max] = [rising[0] ?? null, rising[rising.length - 1] ?? null];
  const where = (value: Exact | null) =>
    value === null ? null : text(first + whole.findIndex((other) => other !== null && compare(other, value) === 0));
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
    additive && !set.perDay ? total : null,
    compared.length === 0 ? null : divide(sumOf(compared), compared.length),
    median(rising),
    deviation(compared),
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
  ];
}

const sumOf = (values: readonly Exact[]): Exact => values.reduce<Exact>((sum, value) => add(sum, value), 0);

function deviation(values: readonly Exact[]): Exact | null {
  const s = standardDeviation(values.map(toNumber));
  return s === null ? null : approximate(s);
}

/** The middle value of sorted ones, or the mean of the two in the middle. */
function median(rising: ArrayLike<Exact>): Exact | null {
  const [low, high] = [rising[(rising.length - 1) >> 1], rising[rising.length >> 1]];
  return low === undefined || high === undefined ? null : divide(add(low, high), 2);
}
