import { figureIdText } from './figure-id.ts';
import type { Cell, Column, Report } from './report.ts';
import { rowId } from './with-ids.ts';

/** A figure as it stands in machine output. */
export interface HeadlineFigure {
  readonly id: string;
  readonly value: string;
}

/** A table that takes note of its headlines while it is read. */
export interface Headlined {
  readonly table: Report['table'];
  /** The figures that are shown first, of the newest period of each series: what is quoted of a table. */
  figures(text: (cell: Cell) => string): HeadlineFigure[];
}

/** Most rows whose figures are headlines. */
const MOST_ROWS = 20;

export function headlined(table: Report['table']): Headlined {
  const { columns, key, rows } = table;
  if (key === undefined || !(Symbol.iterator in rows)) return { table, figures: () => [] };
  const idOf = rowId(table, key);
  let newest: readonly (readonly Cell[])[] | undefined;
  const noted = {
    *[Symbol.iterator]() {
      const log = newestRows(table, key);
      for (const row of rows) {
        log.add(row);
        yield row;
      }
      newest = log.rows();
    },
  };
  return {
    table: { ...table, rows: noted },
    figures(text) {
      if (newest === undefined) for (const _ of noted);
      return (newest ?? []).flatMap((row) =>
        columns.flatMap((column, i) => {
          const cell = row[i] ?? null;
          const isQuoted = isHeadline(column) && cell !== null;
          return isQuoted ? [{ id: figureIdText(column.name, idOf(row)), value: text(cell) }] : [];
        }),
      );
    },
  };
}

/** Keeps the last row of each of the first series. */
function newestRows({ columns }: Report['table'], key: readonly string[]) {
  const others = key.filter((name) => name !== 'period');
  const places = others.map((name) => columns.findIndex((column) => column.name === name));
  const newest = new Map<string, readonly Cell[]>();
  const idOf = rowId({ columns }, others);
  let last: readonly Cell[] | undefined;
  let id = '';
  return {
    add(row: readonly Cell[]): void {
      if (last === undefined || places.some((at) => row[at] !== last?.[at])) id = idOf(row);
      last = row;
      if (newest.size < MOST_ROWS || newest.has(id)) newest.set(id, row);
    },
    rows: () => [...newest.values()],
  };
}

const isHeadline = ({ kind, rank }: Column): boolean =>
  rank === 0 && ['quantity', 'difference', 'ratio', 'points'].includes(kind);
