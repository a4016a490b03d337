import type { Cell, Report } from '../report/report.ts';
import { withIds } from '../report/with-ids.ts';
import { batches } from './batches.ts';
import { machineText } from './cell-text.ts';
import type { Renderer } from './render.ts';
import { safeJson } from './safe-text.ts';

/** The version of the shape below: it changes only when a field is renamed or removed. */
const SCHEMA = 'border-stats/report@1';

/** One object: what the columns mean, the rows, the notes, and where the figures come from. */
const json: Renderer = async function* (report: Report) {
  yield `{\n"schema": ${safeJson(SCHEMA)},\n"title": ${safeJson(report.title)},\n`;
  yield* columnsAndRows(withIds(report.table));
  for (const [i, { name, table }] of (report.sections ?? []).entries()) {
    yield `,\n${i === 0 ? '"sections": {\n' : ''}${safeJson(name)}: {\n`;
    yield* columnsAndRows(table);
    yield '\n}';
  }
  yield `${report.sections ? '\n}' : ''},\n"notes": ${safeJson(report.notes)},\n"provenance": ${safeJson(report.provenance)}\n}\n`;
};

export default json;

async function* columnsAndRows(table: Report['table']): AsyncGenerator<string> {
  const columns = table.columns.map(({ name, kind, meaning }) => ({ name, kind, meaning }));
  yield `"columns": ${safeJson(columns)},\n"rows": [`;
  let separator = '\n';
  for await (const row of jsonRows(table)) {
    yield separator + row;
    separator = ',\n';
  }
  yield '\n]';
}

/** Each row as one JSON object. Figures are written with all their digits, whatever a double can hold. */
export async function* jsonRows(table: Report['table']): AsyncGenerator<string> {
  const names = table.columns.map(({ name }) => safeJson(name));
  const text = (row: readonly Cell[]) => `{${row.map((cell, i) => `${names[i]}: ${jsonText(cell)}`).join(', ')}}`;
  for await (const rows of batches(table.rows)) yield* rows.map(text);
}

function jsonText(cell: Cell): string {
  if (cell === null) return 'null';
  if (typeof cell === 'string' || Array.isArray(cell)) return safeJson(cell);
  if (typeof cell === 'object' && 'sentence' in cell) return safeJson(machineText(cell));
  return machineText(cell);
}
