import { toNumber } from '../math/exact.ts';
import { isYearly, periodText } from '../period/index.ts';
import type { Cell, Glance } from '../report/report.ts';
import { type ColumnName, column, dimensionColumn } from '../report/vocabulary.ts';
import { flagsAt, type Series, type SeriesSet } from '../series/series.ts';
import type { Change } from './change-between.ts';
import { directions } from './direction.ts';
import { REASONS } from './reasons.ts';
import { rowKey, unlikeLabels } from './row-key.ts';
import { indexed, lastShown, runningMeans, type TrendOptions, trendPoint } from './trend.ts';
import { trendSentence } from './trend-sentence.ts';

/** Most periods of one series that are shown at a glance. */
const MOST_PERIODS = 12;
/** How many periods a sparkline spans. */
const SPARKLINE_PERIODS = 24;
/** Most series that are put into words. */
const MOST_SENTENCES = 10;

/** The newest periods of each series, its course, and one sentence each. */
export function trendGlance(set: SeriesSet, options: TrendOptions, rows: number | null): Glance {
  const shown = set.series.filter((series) => lastShown(series, options) >= Math.max(series.first, options.from));
  const visible = rows === null ? shown : shown.slice(0, rows);
  const periods = rows === null ? Number.POSITIVE_INFINITY : periodsShown(rows, shown.length);
  const names = columnNames(set, options, shown);
  const blocks = visible.map((series) => glanceRows(series, set, options, names, periods));
  const table = {
    columns: [...set.dimensions.map(dimensionColumn), ...names.map(column)],
    rows: blocks.flat(),
    key: rowKey(['period'], set.dimensions, shown),
    blocks: blocks.map(({ length }) => length),
  };
  const found = directions(shown, set, options.from, options.to);
  const spoken = visible
    .slice(0, MOST_SENTENCES)
    .map((series, i) => trendSentence(series, set, lastShown(series, options), found[i]));
  return { table, sentences: spoken, omitted: omitted(shown, visible, periods, options) };
}

const periodsShown = (rows: number, series: number): number =>
  Math.max(1, Math.min(MOST_PERIODS, Math.floor(rows / Math.max(1, series))));

function omitted(
  shown: readonly Series[],
  visible: readonly Series[],
  periods: number,
  options: TrendOptions,
): string | null {
  const series = shown.length - visible.length;
  const older = visible.some((one) => lastShown(one, options) - Math.max(one.first, options.from) >= periods);
  const parts = [...(series > 0 ? [`${series} more series`] : []), ...(older ? ['earlier periods'] : [])];
  return parts.length === 0 ? null : `not shown: ${parts.join(' and ')}; -f csv gives all`;
}

/** Measure and unit only where they differ, the year before only where a year is more than one period. */
function columnNames(set: SeriesSet, options: TrendOptions, shown: readonly Series[]): ColumnName[] {
  const yearly = isYearly(set.cadence);
  return [
    ...unlikeLabels(shown),
    'sparkline',
    'period',
    'value',
    'change',
    'relative_change',
    ...(yearly ? [] : (['year_change', 'year_relative_change'] as const)),
    ...(options.runningMean ? (['running_mean'] as const) : []),
    ...(options.index === null ? [] : (['index'] as const)),
    'flags',
  ];
}

function glanceRows(
  series: Series,
  set: SeriesSet,
  options: TrendOptions,
  names: readonly ColumnName[],
  periods: number,
): Cell[][] {
  const last = lastShown(series, options);
  const first = Math.max(series.first, options.from, last - periods + 1);
  const means = options.runningMean ? runningMeans(series) : [];
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const point = trendPoint(series, first + i, set);
    const cells: Partial<Record<ColumnName, Cell>> = {
      measure: series.measure.name,
      unit: series.measure.unit,
      sparkline: i === 0 ? course(series, last) : [],
      period: periodText(point.ordinal, set.cadence),
      value: point.value,
      ...shownChange('change', 'relative_change', point.previous),
      ...shownChange('year_change', 'year_relative_change', point.year),
      running_mean: means[point.ordinal - series.first] ?? null,
      index: options.index === null ? null : indexed(series, point.ordinal, options.index),
      flags: flagsAt(series, point.ordinal),
    };
    return [...series.key, ...names.map((name) => cells[name] ?? null)];
  });
}

/** The newest values up to a period, for a sparkline. */
export function course(series: Series, last: number): (number | null)[] {
  const end = last - series.first + 1;
  return series.values.slice(Math.max(0, end - SPARKLINE_PERIODS), end).map((value) => value && toNumber(value));
}

function shownChange(
  difference: ColumnName,
  ratio: ColumnName,
  { status, ...change }: Change,
): Partial<Record<ColumnName, Cell>> {
  return { [difference]: change.difference, [ratio]: change.ratio ?? REASONS[status] };
}
