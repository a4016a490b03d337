import type { Cell, Column, Table } from '../report/report.ts';
import { columnDigits, humanText } from './cell-text.ts';
import { safeText } from './safe-text.ts';

/** A table whose cells are text for people. */
export interface HumanTable {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
}

/** Formats a table for people: decimals are decided once per column of a block, and its labels are not repeated. */
export function humanTable({ columns, rows, blocks, key = [] }: Table): HumanTable {
  const cells = [...rows];
  const texts: string[][] = [];
  for (const length of blocks ?? [cells.length]) {
    const block = cells.slice(texts.length, texts.length + length);
    const digits = columns.map((column, i) =>
      hasDigits(column) ? columnDigits(block.map((row) => row[i] ?? null)) : 0,
    );
    for (const [at, row] of block.entries()) {
      const labels = blocks ? repeated(columns, block[at - 1], row) : 0;
      texts.push(
        columns.map((column, i) =>
          i < labels && column.name !== 'id' ? '' : safeText(humanText(row[i] ?? null, column, digits[i] ?? 0)),
        ),
      );
    }
  }
  return {
    columns: columns.map((column) => ({
      ...column,
      heading: safeText(column.heading),
      rank: key.includes(column.name) ? 0 : column.rank,
    })),
    rows: texts,
  };
}

/** How many labels at the start of a row are those of the row above, ids aside; what stands behind a figure is no label. */
function repeated(columns: readonly Column[], above: readonly Cell[] | undefined, row: readonly Cell[]): number {
  if (!above) return 0;
  const first = columns.findIndex(({ kind, name }, i) => name !== 'id' && (kind !== 'text' || above[i] !== row[i]));
  return first < 0 ? columns.length : first;
}

const hasDigits = ({ kind }: Column): boolean => kind === 'quantity' || kind === 'difference';

/** Figures stand to the right, so that their digits line up. */
export const isRight = ({ kind }: Column): boolean => !['text', 'list', 'sparkline'].includes(kind);
