import type { Place } from '../engine/engine.ts';
import type { WholeRecords } from './whole-records.ts';

/** The distinct texts of a column in the order of their first records, each with how many records have it. */
export type ColumnTexts = ReadonlyMap<string, { readonly records: number; readonly first: Place }>;

/** The texts of the column at one part of the key of some tallies. */
export function columnTexts(results: readonly WholeRecords[], part: number): ColumnTexts {
  const texts = new Map<string, { records: number; readonly first: Place }>();
  for (const { tallies } of results) {
    for (const { key, records, first } of tallies) {
      const text = key[part] ?? '';
      const known = texts.get(text);
      if (known) known.records += records;
      else texts.set(text, { records, first });
    }
  }
  return texts;
}
