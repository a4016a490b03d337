import { counted } from '../note.ts';
import type { Cell, Column, Glance } from '../report/report.ts';
import { column, dimensionColumn } from '../report/vocabulary.ts';

/**
 * The columns of a tidy table: the period, the dimensions, the profile by which the export was understood where there
 * was one, what is measured, and the value with what is known of it.
 */
export function tidyColumns(dimensions: readonly string[], hasProfile: boolean): Column[] {
  const taken = new Set<string>();
  const own = dimensions.map((name) => {
    const shown = dimensionColumn(name);
    let distinct = shown.name;
    while (taken.has(distinct)) distinct += '_';
    taken.add(distinct);
    return { ...shown, name: distinct };
  });
  const profile = hasProfile ? [column('profile')] : [];
  return [column('period'), ...own, ...profile, ...(['measure', 'value', 'unit', 'flag'] as const).map(column)];
}

/** The first rows, and how many there are. */
export async function tidyGlance(
  columns: readonly Column[],
  rows: AsyncIterable<readonly Cell[]>,
  all: { readonly rows: number; readonly records: number },
  limit: number,
): Promise<Glance> {
  const first: (readonly Cell[])[] = [];
  for await (const row of rows) if (first.push(row) >= limit) break;
  const more = all.rows - first.length;
  return {
    table: { columns, rows: first },
    sentences: [[`${counted(all.rows, 'row')} of ${counted(all.records, 'record')}`]],
    omitted: more > 0 ? `${counted(more, 'more row')}; -f csv has them all` : null,
  };
}
