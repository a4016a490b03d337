import { counted } from '../note.ts';
import type { Cell, Glance, Table } from '../report/report.ts';
import { column } from '../report/vocabulary.ts';

export const CHECK_COLUMNS = (['file', 'line', 'column', 'cell', 'rule', 'severity', 'problem'] as const).map(column);

const RULE = CHECK_COLUMNS.findIndex(({ name }) => name === 'rule');

/** The first findings, and how many there are of each rule. */
export async function checkGlance(
  rows: AsyncIterable<readonly Cell[]>,
  records: number,
  limit: number,
): Promise<Glance> {
  const first: (readonly Cell[])[] = [];
  const counts = new Map<string, number>();
  let all = 0;
  for await (const row of rows) {
    if (first.length < limit) first.push(row);
    const rule = String(row[RULE]);
    counts.set(rule, (counts.get(rule) ?? 0) + 1);
    all++;
  }
  const table: Table = all === 0 ? { columns: [], rows: [] } : { columns: CHECK_COLUMNS, rows: first };
  const each = [...counts].map(([rule, count]) => `${rule} ${counted(count, 'time')}`).join(', ');
  const of = counted(records, 'record');
  return {
    table,
    sentences: [[all === 0 ? `nothing found in ${of}` : `${counted(all, 'finding')} in ${of}: ${each}`]],
    omitted: all > first.length ? `${counted(all - first.length, 'more finding')}; -f csv has them all` : null,
  };
}
