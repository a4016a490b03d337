import { counted } from '../note.ts';
import type { Glance, Sentence, Table } from './report.ts';

/** A table at a glance: its first rows, or its last, and how many more there are; null shows all. */
export function shownRows(
  table: Table,
  sentences: readonly Sentence[],
  most: number | null,
  from: 'first' | 'last' = 'first',
): Glance {
  const rows = [...table.rows];
  if (most === null || rows.length <= most) return { table: { ...table, rows }, sentences, omitted: null };
  const shown = from === 'first' ? rows.slice(0, most) : rows.slice(-most);
  const omitted = `not shown: ${counted(rows.length - most, 'more row')}; -f csv gives all`;
  return { table: { ...table, rows: shown }, sentences, omitted };
}
