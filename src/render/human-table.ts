import type { Column, Table } from '../report/report.ts';
import { columnDigits, humanText } from './cell-text.ts';
import { safeText } from './safe-text.ts';

/** A table whose cells are text for people. */
export interface HumanTable {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
}

/** Formats a table for people, the number of decimals decided once per column. */
export function humanTable({ columns, rows }: Table): HumanTable {
  const cells = [...rows];
  const digits = columns.map(({ kind }, i) =>
    kind === 'quantity' || kind === 'difference' ? columnDigits(cells.map((row) => row[i] ?? null)) : 0,
  );
  const text = (row: (typeof cells)[number]) =>
    columns.map((column, i) => safeText(humanText(row[i] ?? null, column, digits[i] ?? 0)));
  return { columns: columns.map((column) => ({ ...column, heading: safeText(column.heading) })), rows: cells.map(text) };
}

/** Figures stand to the right, so that their digits line up. */
export const isRight = ({ kind }: Column): boolean => kind === 'quantity' || kind === 'difference' || kind === 'ratio';
