import type { Column } from '../report/report.ts';
import { cellLines } from './cell-lines.ts';
import { type HumanTable, isRight } from './human-table.ts';
import { textWidth } from './text-width.ts';

/** What stands between two columns. */
export const GAP = 2;
/** The narrowest that a column of texts is made. */
const LEAST = 10;

interface Fitted {
  readonly shown: HumanTable;
  /** The headings of the columns that were left out. */
  readonly hidden: readonly string[];
}

/**
 * A table that is no wider than the terminal: empty columns and those of the highest rank are left out first, then texts go on in
 * lines below, and if that is not enough each row is told by itself, one figure a line.
 */
export function fitted(whole: HumanTable, width: number | null): Fitted {
  if (width === null) return { shown: whole, hidden: [] };
  const { shown, hidden } = withoutRanks(whole, width);
  const narrow = [longestWord, () => LEAST].map((least) => inLines(shown, width, least));
  return { shown: narrow.find((one) => wide(widthsOf(one)) <= width) ?? stacked(shown, width), hidden };
}

const wide = (widths: readonly number[]): number => widths.reduce((sum, one) => sum + one + GAP, -GAP);

const widthsOf = ({ columns, rows }: HumanTable): number[] =>
  columns.map(({ heading }, i) =>
    rows.reduce((most, row) => Math.max(most, textWidth(row[i] ?? '')), textWidth(heading)),
  );

function withoutRanks(whole: HumanTable, width: number): Fitted {
  const widths = widthsOf(whole);
  let keep = whole.columns.map((_, i) => i);
  const isWide = () => wide(keep.map((i) => widths[i] ?? 0)) > width;
  const isEmpty = (i: number) => whole.rows.every((row) => row[i] === '');
  const empty = isWide() ? keep.filter(isEmpty) : [];
  keep = keep.filter((i) => !empty.includes(i));
  while (isWide()) {
    const rank = Math.max(...keep.map((i) => whole.columns[i]?.rank ?? 0));
    if (rank === 0) break;
    keep = keep.filter((i) => whole.columns[i]?.rank !== rank);
  }
  const pick = <T>(cells: readonly T[]) => keep.map((i) => cells[i] as T);
  const hidden = whole.columns
    .filter((_, i) => !keep.includes(i) && !empty.includes(i))
    .map(({ heading, name }) => heading || name);
  return { shown: { columns: pick(whole.columns), rows: whole.rows.map(pick) }, hidden };
}

const longestWord = (texts: readonly string[]): number =>
  Math.max(LEAST, ...texts.flatMap((text) => text.split(' ')).map(textWidth));

/** The same with the widest texts cut into lines, which are rows of their own; `leastOf` says how narrow a column may be. */
function inLines(table: HumanTable, width: number, leastOf: (texts: readonly string[]) => number): HumanTable {
  const widths = widthsOf(table);
  const least = table.columns.map((column, i) =>
    isRight(column) || column.kind === 'sparkline'
      ? (widths[i] ?? 0)
      : Math.max(leastOf(table.rows.map((row) => row[i] ?? '')), textWidth(column.heading)),
  );
  const spare = (i: number) => (widths[i] ?? 0) - (least[i] ?? 0);
  while (wide(widths) > width) {
    const most = widths.reduce((best, _, i) => (spare(i) > spare(best) ? i : best), 0);
    if (spare(most) <= 0) break;
    widths[most] = (widths[most] ?? 0) - 1;
  }
  const rows = table.rows.flatMap((row) => {
    const cells = row.map((text, i) => cellLines(text, Math.max(1, widths[i] ?? 1)));
    const height = Math.max(...cells.map(({ length }) => length));
    return Array.from({ length: height }, (_, line) => cells.map((lines) => lines[line] ?? ''));
  });
  return { ...table, rows };
}

/** Each row by itself: a line for each of its cells with something in it, under what the first one tells. */
function stacked({ columns, rows }: HumanTable, width: number): HumanTable {
  const left = columns.reduce((most, { heading }) => Math.max(most, textWidth(heading)), 0);
  const cells = ([heading, text]: readonly [string, string]) =>
    cellLines(text, Math.max(LEAST, width - left - GAP)).map((line, i) => [i === 0 ? heading : '', line]);
  const [[heading = '', first = ''] = [], ...others] = rows.flatMap((row, i) => [
    ...(i > 0 ? [['', '']] : []),
    ...columns.flatMap((column, at) => (row[at] ? cells([column.heading, row[at] ?? '']) : [])),
  ]);
  const text = (name: string): Column => ({ name, heading: name, kind: 'text', rank: 0 });
  return { columns: [text(heading), text(first)], rows: others };
}
