import { createHash } from 'node:crypto';
import { type Exact, plainText } from '../../math/exact.ts';
import { decimalDigits, type Widest, wholeDigits } from './loaded-table.ts';

/** A tidy table whose rows can be read more than once. */
export interface TidyRows {
  readonly columns: readonly string[];
  rows(): AsyncIterable<readonly unknown[]>;
}

/** What all rows of a tidy table come to. */
export interface TidyContent {
  /** A hash of the columns and of every row: the name of the load. */
  readonly load: string;
  readonly rows: number;
  readonly widest: Widest;
  /** The least and the greatest text of a period. */
  readonly periods: readonly [string, string];
}

export async function tidyContent(tidy: TidyRows): Promise<TidyContent> {
  const hash = createHash('sha256').update(`${tidy.columns.map(escaped).join('\t')}\n`);
  const [period, value] = [tidy.columns.indexOf('period'), tidy.columns.indexOf('value')];
  const widest = { whole: '0', decimals: '0' };
  const periods: [string, string] = ['\uffff', ''];
  let rows = 0;
  for await (const lines of tidyLines(tidy)) {
    hash.update(lines.join(''));
    rows += lines.length;
    for (const line of lines) {
      const cells = line.split('\t', value + 1);
      widen(widest, cells[value] ?? NULL);
      const when = cells[period] ?? '';
      if (when < periods[0]) periods[0] = when;
      if (when > periods[1]) periods[1] = when;
    }
  }
  return { load: hash.digest('hex'), rows, widest, periods };
}

function widen(widest: { whole: string; decimals: string }, value: string): void {
  if (value === NULL) return;
  if (wholeDigits(value) > wholeDigits(widest.whole)) widest.whole = value;
  if (decimalDigits(value) > decimalDigits(widest.decimals)) widest.decimals = value;
}

const NULL = '\\N';
const LINES = 10_000;

/** The rows as tab-separated lines, some thousands at a time. */
export async function* tidyLines({ columns, rows }: TidyRows): AsyncGenerator<string[]> {
  let lines: string[] = [];
  for await (const row of rows()) {
    lines.push(`${columns.map((_, i) => cellText(row[i])).join('\t')}\n`);
    if (lines.length < LINES) continue;
    yield lines;
    lines = [];
  }
  if (lines.length > 0) yield lines;
}

function cellText(cell: unknown): string {
  if (cell === null) return NULL;
  return typeof cell === 'string' ? escaped(cell) : plainText(cell as Exact);
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r', '\0': '\\0' };

const escaped = (text: string): string => text.replace(/[\\\t\n\r\0]/g, (letter) => ESCAPES[letter] ?? letter);
