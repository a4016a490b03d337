import type { KeyColumn } from '../engine/engine.ts';

/** For each row which of so many values it has. */
export interface Coded {
  readonly codes: Uint32Array;
  readonly size: number;
}

/** The text that a row has in a column. */
export const textAt = (column: KeyColumn | undefined, row: number): string =>
  column?.texts[column.codes[row] ?? 0] ?? '';

/** A column under new texts; those that become one are one value. */
export function recoded({ texts, codes }: KeyColumn, newText: (text: string) => string): KeyColumn {
  const known = new Map<string, number>();
  const newCodes = texts.map((text) => {
    const fresh = newText(text);
    const code = known.get(fresh) ?? known.size;
    known.set(fresh, code);
    return code;
  });
  return { texts: [...known.keys()], codes: codes.map((code) => newCodes[code] ?? 0) };
}

/** The distinct combinations of columns, in the order in which rows have them first. */
export function combined(columns: readonly KeyColumn[], rows: number): Coded {
  const [first, ...others] = columns;
  const start = first ? { codes: first.codes, size: first.texts.length } : { codes: new Uint32Array(rows), size: 1 };
  return others.reduce((coded, { codes, texts }) => paired(coded, codes, texts.length), start);
}

function paired(coded: Coded, others: Uint32Array, size: number): Coded {
  if (size === 1) return coded;
  const known = new Map<number, number>();
  const codes = coded.codes.map((code, row) => {
    const pair = code * size + (others[row] ?? 0);
    const same = known.get(pair);
    if (same !== undefined) return same;
    known.set(pair, known.size);
    return known.size - 1;
  });
  return { codes, size: known.size };
}

/** Some rows by the value that they have: those of value `i` stand from `starts[i]` to before `starts[i + 1]`. */
export interface RowsByCode {
  readonly rows: Uint32Array;
  readonly starts: Uint32Array;
}

/** Orders rows by value; those of one value keep their order. */
export function rowsByCode({ codes, size }: Coded, rows: Uint32Array): RowsByCode {
  const starts = new Uint32Array(size + 1);
  for (const row of rows) starts[(codes[row] ?? 0) + 1] = (starts[(codes[row] ?? 0) + 1] ?? 0) + 1;
  for (let code = 0; code < size; code++) starts[code + 1] = (starts[code + 1] ?? 0) + (starts[code] ?? 0);
  const next = starts.slice();
  const ordered = new Uint32Array(rows.length);
  for (const row of rows) {
    const code = codes[row] ?? 0;
    ordered[next[code] ?? 0] = row;
    next[code] = (next[code] ?? 0) + 1;
  }
  return { rows: ordered, starts };
}
