import type { Cell, Column, Glance, Table } from '../report/report.ts';
import { type ColumnName, column, dimensionColumn } from '../report/vocabulary.ts';
import type { Series, SeriesSet } from '../series/series.ts';
import type { ChangeStatus } from './change-between.ts';
import { REASONS } from './reasons.ts';
import { unlikeLabels } from './row-key.ts';
import { lastShown, type TrendOptions } from './trend.ts';
import { course, trendGlance } from './trend-glance.ts';

/** The columns by what is left out first where there is no room: the highest. */
const RANKS: Partial<Record<ColumnName, number>> = {
  sparkline: 1,
  first_period: 3,
  last_period: 0,
  periods: 3,
  mean: 2,
  min: 2,
  max: 2,
  value: 0,
  relative_change: 0,
  year_relative_change: 1,
  direction: 0,
  slope: 0,
  flags: 0,
};

/** One row per series: its extent, its course, its last value with both changes, and its direction. */
export function summaryGlance(summary: Table, set: SeriesSet, options: TrendOptions, rows: number | null): Glance {
  const shown = set.series.filter((series) => lastShown(series, options) >= Math.max(series.first, options.from));
  const labels = unlikeLabels(shown);
  const names: ColumnName[] = [...labels, ...(Object.keys(RANKS) as ColumnName[])];
  const visible = [...summary.rows].slice(0, rows ?? undefined);
  const more = shown.length - visible.length;
  return {
    ...trendGlance(set, options, rows),
    table: {
      columns: [...set.dimensions.map(dimensionColumn), ...names.map(rankedColumn)],
      rows: visible.map((row, i) => glanceRow(summary, row, shown[i], names, options)),
      key: summary.key,
      ...(labels.length > 0 && { blocks: visible.map(() => 1) }),
    },
    omitted: more > 0 ? `not shown: ${more} more series; -f csv gives all` : null,
  };
}

const rankedColumn = (name: ColumnName): Column => ({ ...column(name), rank: RANKS[name] ?? 0 });

function glanceRow(
  { columns }: Table,
  row: readonly Cell[],
  series: Series | undefined,
  names: readonly ColumnName[],
  options: TrendOptions,
): Cell[] {
  const cell = (name: ColumnName): Cell => row[columns.findIndex((column) => column.name === name)] ?? null;
  const why = (name: ColumnName): Cell => REASONS[cell(name) as ChangeStatus];
  const told: Partial<Record<ColumnName, Cell>> = {
    sparkline: series ? course(series, lastShown(series, options)) : [],
    relative_change: cell('relative_change') ?? why('change_status'),
    year_relative_change: cell('year_relative_change') ?? why('year_change_status'),
  };
  return [...(series?.key ?? []), ...names.map((name) => told[name] ?? cell(name))];
}
