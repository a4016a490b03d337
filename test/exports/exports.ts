import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { run } from '../run.ts';

/** The folder of real exports, which is no part of the project: named by the environment, or the suite is skipped. */
export const FOLDER = process.env.BORDER_STATS_EXPORTS;

export const exportPath = (name: string): string => join(FOLDER ?? '', name);

/** The records of a file as objects, read without any code of the project. */
export function recordsOf(name: string): Record<string, string>[] {
  return parse(readFileSync(exportPath(name)), { bom: true, columns: true, relax_column_count: true });
}

export interface Answer {
  readonly rows: readonly Record<string, string>[];
  readonly notes: string;
  readonly provenance: { readonly records: number; readonly rejected: number; readonly profile: string };
}

/** The rows that a command gives, as text, with its notes and provenance. */
export async function answer(line: string): Promise<Answer> {
  const { out, err, exit } = await run(`${line} -f json`);
  if (exit !== 0) throw new Error(err);
  const report = JSON.parse(out) as { rows: Record<string, unknown>[]; provenance: Answer['provenance'] };
  const text = (row: Record<string, unknown>) =>
    Object.entries(row).map(([name, cell]) => [name, cell === null ? '' : String(cell)]);
  return { rows: report.rows.map((row) => Object.fromEntries(text(row))), notes: err, provenance: report.provenance };
}

/** Period to value. */
export function levels({ rows }: Answer): Record<string, number> {
  return Object.fromEntries(rows.map((row) => [row.period ?? '', Number(row.value)]));
}

/** Sums of a column by a key, computed the plain way. */
export function sums(
  records: readonly Record<string, string>[],
  key: (record: Record<string, string>) => string,
  column: string,
) {
  const totals: Record<string, number> = {};
  for (const record of records)
    totals[key(record)] = (totals[key(record)] ?? 0) + Number((record[column] ?? '').replaceAll(',', ''));
  return totals;
}
