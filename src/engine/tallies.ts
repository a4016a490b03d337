import type { KeyColumn, Reduced, Tallies, Tally } from './engine.ts';

/** Tallies that an engine has made one by one, whose keys have so many parts. */
export function talliesOf(rows: readonly Tally[], parts: number): Tallies {
  const keys = Array.from({ length: parts }, (_, part) => keyColumn(rows, part));
  return withRows({ length: rows.length, keys, at: (i) => rows[i] as Reduced });
}

/** Columns of tallies that can also be gone through one by one. */
export function withRows(columns: Omit<Tallies, typeof Symbol.iterator>): Tallies {
  return {
    ...columns,
    *[Symbol.iterator]() {
      for (let i = 0; i < columns.length; i++) {
        const { records, measures, first } = columns.at(i);
        yield { key: columns.keys.map((column) => textAt(column, i)), records, measures, first };
      }
    },
  };
}

const textAt = ({ texts, codes }: KeyColumn, i: number): string => texts[codes[i] ?? 0] ?? '';

function keyColumn(rows: readonly Tally[], part: number): KeyColumn {
  const known = new Map<string, number>();
  const codes = Uint32Array.from(rows, ({ key }) => {
    const text = key[part] ?? '';
    const code = known.get(text) ?? known.size;
    known.set(text, code);
    return code;
  });
  return { texts: [...known.keys()], codes };
}
