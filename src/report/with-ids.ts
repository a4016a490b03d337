import { rowIdText } from './figure-id.ts';
import type { Cell, Report, Table } from './report.ts';
import { column } from './vocabulary.ts';

/** The table with the id of each row before its cells; as it is where nothing identifies its rows. */
export function withIds<T extends Report['table']>(table: T): T {
  if (table.key === undefined || table.columns[0]?.name === 'id') return table;
  const idOf = rowId(table, table.key);
  const first = (row: readonly Cell[]): readonly Cell[] => [idOf(row), ...row];
  return { ...table, columns: [column('id'), ...table.columns], rows: mapped(table.rows, first) };
}

/** What identifies a row of a table. */
export function rowId({ columns }: Pick<Table, 'columns'>, key: readonly string[]): (row: readonly Cell[]) => string {
  const places = key.map((name) => ({ name, at: columns.findIndex((one) => one.name === name) }));
  return (row) => rowIdText(places.map(({ name, at }) => ({ name, value: String(row[at] ?? '') })));
}

type Rows = Report['table']['rows'];

function mapped(rows: Rows, change: (row: readonly Cell[]) => readonly Cell[]): Rows {
  if (!(Symbol.iterator in rows)) return mappedLater(rows, change);
  return {
    *[Symbol.iterator]() {
      for (const row of rows) yield change(row);
    },
  };
}

async function* mappedLater(rows: AsyncIterable<readonly Cell[]>, change: (row: readonly Cell[]) => readonly Cell[]) {
  for await (const row of rows) yield change(row);
}
