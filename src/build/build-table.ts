import { fixedText, multiply, sign } from '../math/exact.ts';
import { counted, grouped } from '../note.ts';
import { readFigureId } from '../report/figure-id.ts';
import type { Cell, ColumnKind, Sentence, Table } from '../report/report.ts';
import { type ColumnName, column, kindOf } from '../report/vocabulary.ts';
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
      ...changes.map((change) => {
        const [old, now] = shownPair(change);
        return row({ figure_id: change.id, old_value: old, new_value: now, relative_revision: change.relative });
      }),
    ]),
  };
}

/** What people read in hundredths. */
const HUNDREDTHS: Readonly<Partial<Record<ColumnKind, string>>> = { ratio: '%', share: '%', points: 'pp' };
const SIGNED: readonly ColumnKind[] = ['difference', 'ratio', 'points'];
const MOST_DECIMALS = 6;

/** A figure as it was and as it is, with as many decimals as tell them apart. */
function shownPair({ id, old, now }: FigureChange): [string | null, string | null] {
  const kind = kindOf(readFigureId(id)?.column ?? '');
  for (let decimals = 1; ; decimals++) {
    const [before, after] = [shown(old, kind, decimals), shown(now, kind, decimals)];
    if (before !== after || decimals === MOST_DECIMALS) return [before, after];
  }
}

function shown(text: string | null, kind: ColumnKind, decimals: number): string | null {
  const value = text === null ? null : numberOf(text);
  if (text === null || value === null) return text;
  const plus = sign(value) > 0 && SIGNED.includes(kind) ? '+' : '';
  const unit = HUNDREDTHS[kind];
  return unit === undefined ? plus + grouped(text) : `${plus}${fixedText(multiply(value, 100), decimals)} ${unit}`;
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
