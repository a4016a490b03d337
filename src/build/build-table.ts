import { counted } from '../note.ts';
import type { Cell, Sentence, Table } from '../report/report.ts';
import { column } from '../report/vocabulary.ts';
import type { FigureChange } from './figure-changes.ts';

/** What became of one file of a project, or of one claim. */
export interface BuiltFile {
  readonly file: string;
  readonly status: string;
  readonly changes: readonly FigureChange[];
  /** Why it failed, or what else is to be said of it. */
  readonly remark: string | null;
}

/** A row for each file, and one for each figure of it that changes. */
export function buildTable({ files }: { readonly files: readonly BuiltFile[] }): Table {
  const names = [
    'output_file',
    'output_status',
    'figure_id',
    'old_value',
    'new_value',
    'relative_revision',
    'remark',
  ] as const;
  return { columns: names.map(column), key: ['output_file', 'figure_id'], rows: files.flatMap(rowsOf) };
}

function rowsOf({ file, status, changes, remark }: BuiltFile): Cell[][] {
  const figures = changes.map(({ id, old, now, relative }): Cell[] => [file, status, id, old, now, relative, null]);
  return [[file, status, null, null, null, null, remark], ...figures];
}

/** How many files there are of each status, in words. */
export function buildSentences({ files }: { readonly files: readonly BuiltFile[] }, check: boolean): Sentence[] {
  const counts = new Map<string, number>();
  for (const { status } of files) counts.set(status, (counts.get(status) ?? 0) + 1);
  const told = [...counts].map(([status, count]) => `${count} ${status}`).join(', ');
  const figures = files.reduce((sum, { changes }) => sum + changes.length, 0);
  const moved = figures > 0 ? `; ${counted(figures, 'figure')} ${check ? 'would change' : 'changed'}` : '';
  return [[`${counted(files.length, 'file')}: ${told}${moved}`]];
}
