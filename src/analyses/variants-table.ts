import { windowText } from '../period/index.ts';
import type { Cell, Table } from '../report/report.ts';
import { type ColumnName, column } from '../report/vocabulary.ts';
import type { Series, SeriesSet } from '../series/series.ts';
import { COMPARED_COLUMNS, comparedCells } from './compared-columns.ts';
import type { Variant } from './variants.ts';

const COLUMNS = ['variant', 'measure', 'unit', ...COMPARED_COLUMNS] as const satisfies readonly ColumnName[];

/** One row per variant. */
export function variantsTable(all: readonly Variant[], series: Series, { cadence }: Pick<SeriesSet, 'cadence'>): Table {
  const rows = all.map((one): Cell[] => [
    one.name,
    series.measure.name,
    series.measure.unit,
    ...comparedCells([windowText(one.windows.base, cadence), windowText(one.windows.current, cadence)], one),
  ]);
  return { columns: COLUMNS.map(column), rows, key: ['variant'] };
}
