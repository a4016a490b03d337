import { windowText } from '../period/index.ts';
import type { Cell, Table } from '../report/report.ts';
import { type ColumnName, column } from '../report/vocabulary.ts';
import type { Series, SeriesSet } from '../series/series.ts';
import type { Variant } from './variants.ts';

const COLUMNS = [
  'variant',
  'measure',
  'unit',
  'base_window',
  'window',
  'base',
  'current',
  'change',
  'relative_change',
  'change_status',
] as const satisfies readonly ColumnName[];

/** One row per variant. */
export function variantsTable(all: readonly Variant[], series: Series, { cadence }: Pick<SeriesSet, 'cadence'>): Table {
  const rows = all.map(({ name, windows, base, current, change }): Cell[] => [
    name,
    series.measure.name,
    series.measure.unit,
    windowText(windows.base, cadence),
    windowText(windows.current, cadence),
    base,
    current,
    change.difference,
    change.ratio,
    change.status,
  ]);
  return { columns: COLUMNS.map(column), rows, key: ['variant'] };
}
