import { type Exact, plainText } from '../math/exact.ts';
import { readFigureId, rowIdText } from '../report/figure-id.ts';
import type { Cell, Fingerprint, Table } from '../report/report.ts';

/** What a report said. */
interface Told {
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  readonly sources: readonly Fingerprint[];
}

/** What is no longer as a report says: files with other bytes, and the figure itself. */
export function differences({ rows, sources }: Told, explanation: Table): string[] {
  const now = [...explanation.rows];
  const cell = (row: readonly Cell[] | undefined, name: string): Cell =>
    row?.[explanation.columns.findIndex((column) => column.name === name)] ?? null;
  const files = new Map(
    now.filter((row) => cell(row, 'part') === 'source').map((row) => [cell(row, 'source_file'), cell(row, 'text')]),
  );
  const changed = sources.filter(({ name, sha256 }) => files.has(name) && files.get(name) !== `sha256 ${sha256}`);
  const figure = now.find((row) => cell(row, 'part') === 'figure');
  const id = readFigureId(String(cell(figure, 'role')));
  const was = rows.find((row) => id !== null && row.id === rowIdText(id.parts));
  const value = cell(figure, 'result') as Exact | null;
  const isOther = was !== undefined && id !== null && !isSame(was[id.column], value);
  return [
    ...changed.map(({ name }) => `${name} has changed since the report was made`),
    ...(isOther
      ? [
          `the report says ${was[id.column] ?? 'no value'}, and now it is ${value === null ? 'no value' : plainText(value)}`,
        ]
      : []),
    ...(was === undefined ? ['the report has no such row, which is new'] : []),
  ];
}

/** The same to the last digit that a number of JSON carries. */
const isSame = (was: unknown, now: Exact | null): boolean =>
  now === null ? was === null : typeof was === 'number' && was === Number(plainText(now));
