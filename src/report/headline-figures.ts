import { figureIdText } from './figure-id.ts';
import type { Cell, Column, Report } from './report.ts';
import { rowId } from './with-ids.ts';

/** A figure as it stands in machine output. */
export interface HeadlineFigure {
  readonly id: string;
  readonly value: string;
}

/** Most rows whose figures are headlines. */
const MOST_ROWS = 20;

/** The figures that are shown first, of the newest period of each series: what is quoted of a table. */
export function headlineFigures({ table }: Pick<Report, 'table'>, text: (cell: Cell) => string): HeadlineFigure[] {
  const { columns, key, rows } = table;
  if (key === undefined || !(Symbol.iterator in rows)) return [];
  const idOf = rowId(table, key);
  const seriesOf = rowId(
    table,
    key.filter((name) => name !== 'period'),
  );
  const newest = new Map<string, readonly Cell[]>();
  for (const row of rows) newest.set(seriesOf(row), row);
  return [...newest.values()].slice(0, MOST_ROWS).flatMap((row) =>
    columns.flatMap((column, i) => {
      const cell = row[i] ?? null;
      const isQuoted = isHeadline(column) && cell !== null;
      return isQuoted ? [{ id: figureIdText(column.name, idOf(row)), value: text(cell) }] : [];
    }),
  );
}

const isHeadline = ({ kind, rank }: Column): boolean =>
  rank === 0 && ['quantity', 'difference', 'ratio', 'points'].includes(kind);
