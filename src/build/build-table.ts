import { fixedText, multiply, sign } from '../math/exact.ts';
import { counted, grouped } from '../note.ts';
import { readFigureId } from '../report/figure-id.ts';
import type { Cell, Sentence, Table } from '../report/report.ts';
import { type ColumnName, column, isRatio } from '../report/vocabulary.ts';
import { numberOf } from '../source/number.ts';
import type { FigureChange } from './figure-changes.ts';
import type { FileStatus } from './file-status.ts';

/** What became of one file of a project, or of one claim. */
export interface BuiltFile {
  readonly file: string;
  readonly status: FileStatus;
  readonly changes: readonly FigureChange[];
  /** Why it failed, or what else is to be said of it. */
  readonly remark: string | null;
}

const FILE = ['output_file', 'output_status', 'remark'] as const satisfies readonly ColumnName[];
const FIGURE = ['figure_id', 'old_value', 'new_value', 'relative_revision'] as const satisfies readonly ColumnName[];

/** A row for each file, and one for each figure of it that changes. */
export function buildTable(files: readonly BuiltFile[]): Table {
  return {
    columns: [...FILE, ...FIGURE].map(column),
    key: ['output_file', 'figure_id'],
    rows: files.flatMap(({ file, status, changes, remark }): Cell[][] => [
      [file, status, remark, null, null, null, null],
      ...changes.map(({ id, old, now, relative }) => [file, status, null, id, old, now, relative]),
    ]),
  };
}

/** The same for people: figures as they would read them, under the file that they are in. */
export function buildGlance(files: readonly BuiltFile[]): Table {
  const hasRemark = files.some(({ remark }) => remark !== null);
  const hasFigures = files.some(({ changes }) => changes.length > 0);
  const names = [
    'output_file',
    'output_status',
    ...(hasRemark ? (['remark'] as const) : []),
    ...(hasFigures ? FIGURE : []),
  ] as const;
  const row = (cells: Readonly<Partial<Record<ColumnName, Cell>>>) => names.map((name) => cells[name] ?? null);
  return {
    columns: names.map(column),
    rows: files.flatMap(({ file, status, changes, remark }) => [
      row({ output_file: file, output_status: status, remark }),
      ...changes.map(({ id, old, now, relative }) =>
        row({
          figure_id: id,
          old_value: shown(id, old),
          new_value: shown(id, now),
          relative_revision: relative,
        }),
      ),
    ]),
  };
}

function shown(id: string, text: string | null): string | null {
  const value = text === null ? null : numberOf(text);
  if (value === null) return text;
  if (!isRatio(readFigureId(id)?.column ?? '')) return grouped(text ?? '');
  return `${sign(value) > 0 ? '+' : ''}${fixedText(multiply(value, 100), 1)} %`;
}

/** How many files there are of each status, in words. */
export function buildSentences(files: readonly BuiltFile[], check: boolean): Sentence[] {
  const counts = new Map<string, number>();
  for (const { status } of files) counts.set(status, (counts.get(status) ?? 0) + 1);
  const told = [...counts].map(([status, count]) => `${count} ${status}`).join(', ');
  const figures = files.reduce((sum, { changes }) => sum + changes.length, 0);
  const moved = figures > 0 ? `; ${counted(figures, 'figure')} ${check ? 'would change' : 'changed'}` : '';
  return [[`${counted(files.length, 'file')}: ${told}${moved}`]];
}
