import { inputError } from '../errors.ts';
import type { Wide } from './wide.ts';

/** What a profile says of a table whose columns are values of one dimension. */
export interface WideProfile {
  /** The new column that holds what the names of the columns tell. */
  readonly column: string;
  /** For each measure the pattern of its columns; what stands in its brackets becomes the value of the new column. */
  readonly measures: Readonly<Record<string, string>>;
  /** What an empty cell means: a record without a value, or no record. */
  readonly empty: 'blank' | 'absent';
  /** Columns of totals, which are left out. */
  readonly without: readonly string[];
}

/** How a table with these names is turned into a long one. */
export function profiledWide(file: string, profile: WideProfile, names: readonly string[]): Wide {
  const measures = Object.keys(profile.measures);
  const parts = new Map<string, (number | null)[]>();
  const taken = new Set<number>();
  for (const [i, pattern] of Object.values(profile.measures).entries()) {
    const test = new RegExp(`^(?:${pattern})$`);
    for (const [at, name] of names.entries()) {
      const text = test.exec(name)?.[1];
      if (text === undefined) continue;
      const columns = parts.get(text) ?? measures.map(() => null);
      columns[i] = at;
      parts.set(text, columns);
      taken.add(at);
    }
  }
  if (parts.size === 0) throw inputError(`${file}: no column is like ${Object.values(profile.measures).join(' or ')}`);
  return {
    kept: names.flatMap((name, i) =>
      taken.has(i) || (name === '' && i > 0) || profile.without.includes(name) ? [] : [i],
    ),
    column: profile.column,
    measures,
    parts: [...parts].map(([text, columns]) => ({ text, columns })),
    emptyIsAbsent: profile.empty === 'absent',
    without: profile.without,
  };
}
