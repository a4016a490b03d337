import { parse } from 'csv-parse/sync';
import { abs, compare, divide, type Exact, sign, subtract } from '../math/exact.ts';
import { figureIdText, readFigureId, rowIdText } from '../report/figure-id.ts';
import type { HeadlineFigure } from '../report/headline-figures.ts';
import { kindOf } from '../report/vocabulary.ts';
import { numberOf } from '../source/number.ts';

/** One cell of an output that is another than before. */
export interface FigureChange {
  /** `value[2025-H1,checkpoint=Mae Sai]`; only the row's id where the whole row is new or gone. */
  readonly id: string;
  /** Null where the row is new, or gone. */
  readonly old: string | null;
  readonly now: string | null;
  /** Of a quantity, the difference divided by the old value; null where that has no meaning. */
  readonly relative: Exact | null;
}

/** A text of rows whose cells have names. */
type Row = Readonly<Record<string, string>>;

/**
 * The cells of an output that differ from those it had, row by row as its key tells them apart; null where the format
 * has no cells, or nothing tells its rows apart.
 */
export function figureChanges(
  old: string,
  now: string,
  format: string,
  key: readonly string[] | undefined,
): FigureChange[] | null {
  const read = READERS[format];
  if (!read || key === undefined) return null;
  const [before, after] = [byId(read(old), key), byId(read(now), key)];
  const gone = [...before.keys()].filter((id) => !after.has(id)).map((id) => whole(id, false));
  const others = [...after].flatMap(([id, row]) => {
    const was = before.get(id);
    return was ? cellChanges(id, was, row, key) : [whole(id, true)];
  });
  return [...gone, ...others];
}

/**
 * True where every change is of a figure, and none moves further than a share: a quantity by so much of its old value, a
 * percentage or share by so many hundredths. What is only the difference of quantities, or drawn from them, goes with them.
 */
export const isWithin = (changes: readonly FigureChange[], tolerance: Exact): boolean =>
  changes.every((change) => {
    const kind = kindOf(readFigureId(change.id)?.column ?? '');
    if (kind === 'difference' || kind === 'sparkline') return change.old !== null && change.now !== null;
    const moved = kind === 'quantity' ? change.relative : difference(change);
    return moved !== null && compare(abs(moved), tolerance) <= 0;
  });

function difference({ old, now }: FigureChange): Exact | null {
  const [from, to] = [numberOf(old ?? ''), numberOf(now ?? '')];
  return from === null || to === null ? null : subtract(to, from);
}

const READERS: Readonly<Record<string, (text: string) => Row[]>> = {
  csv: (text) => delimited(text, ','),
  tsv: (text) => delimited(text, '\t'),
  ndjson: (text) => text.split('\n').flatMap((line) => (line === '' ? [] : [jsonRow(JSON.parse(line))])),
  json: (text) => ((JSON.parse(text) as { rows?: unknown[] }).rows ?? []).map(jsonRow),
};

const delimited = (text: string, delimiter: string): Row[] =>
  parse(text, { delimiter, columns: true, relax_column_count: true }) as Row[];

const jsonRow = (row: unknown): Row =>
  Object.fromEntries(Object.entries(row as object).map(([name, cell]) => [name, cellText(cell)]));

const cellText = (cell: unknown): string => (cell === null ? '' : Array.isArray(cell) ? cell.join(' ') : String(cell));

/** The headline figures that differ from what they were: for formats without cells. */
export function headlineChanges(
  was: { readonly figures: readonly HeadlineFigure[] } | undefined,
  is: { readonly figures: readonly HeadlineFigure[] },
): FigureChange[] {
  const before = new Map(was?.figures.map(({ id, value }) => [id, value]));
  return is.figures.flatMap(({ id, value }) => {
    const old = before.get(id);
    const change = {
      id,
      old: old ?? null,
      now: value,
      relative: old === undefined ? null : relativeChange(readFigureId(id)?.column ?? '', old, value),
    };
    return was === undefined || old === value ? [] : [change];
  });
}

function byId(rows: readonly Row[], key: readonly string[]): Map<string, Row> {
  return new Map(rows.map((row) => [rowIdText(key.map((name) => ({ name, value: row[name] ?? '' }))), row]));
}

const whole = (id: string, isNew: boolean): FigureChange => ({
  id,
  old: isNew ? null : 'there',
  now: isNew ? 'there' : null,
  relative: null,
});

function cellChanges(id: string, was: Row, row: Row, key: readonly string[]): FigureChange[] {
  const names = [...new Set([...Object.keys(was), ...Object.keys(row)])].filter((name) => !key.includes(name));
  return names.flatMap((name) => {
    const [old, now] = [was[name] ?? '', row[name] ?? ''];
    return old === now ? [] : [{ id: figureIdText(name, id), old, now, relative: relativeChange(name, old, now) }];
  });
}

function relativeChange(column: string, old: string, now: string): Exact | null {
  if (kindOf(column) !== 'quantity') return null;
  const [from, to] = [numberOf(old), numberOf(now)];
  if (from === null || to === null) return null;
  return sign(from) === 0 ? null : divide(subtract(to, from), abs(from));
}
