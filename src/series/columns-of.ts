import type { KeyColumn, Measured, MeasuredAt, Tallies, Tally, TallyColumns } from '../engine/engine.ts';
import { onceOf } from './once-of.ts';

/** Tallies by their columns: those that they have, or those of a list. */
export const columnsOf = (tallies: Tallies): TallyColumns => tallies.columns ?? listColumns(tallies, null);

const listColumns = onceOf((tallies: Tallies, _: null): TallyColumns => {
  const at = (i: number) => tallies.at(i) as Tally;
  const keys: KeyColumn[] = [];
  const records = (i: number) => at(i).records;
  const each: MeasuredAt = recordsAt({ records });
  return {
    measures: tallies.at(0)?.measures.length ?? 0,
    records,
    key(part) {
      keys[part] ??= keyColumn(tallies, part);
      return keys[part];
    },
    measured(measure) {
      const field =
        <Name extends keyof Measured>(name: Name) =>
        (i: number) => {
          const measured = at(i).measures[measure];
          return measured === undefined ? (each[name](i) as Measured[Name]) : measured[name];
        };
      return {
        values: field('values'),
        blanks: field('blanks'),
        rejected: field('rejected'),
        sum: field('sum'),
        min: field('min'),
        max: field('max'),
        flags: field('flags'),
      };
    },
  };
});

function keyColumn(tallies: Tallies, part: number): KeyColumn {
  const known = new Map<string, number>();
  const places = new Uint32Array(tallies.length);
  let row = 0;
  for (const { key } of tallies) {
    const text = key[part] ?? '';
    const place = known.get(text) ?? known.size;
    known.set(text, place);
    places[row++] = place;
  }
  return { texts: [...known.keys()], places };
}

/** Counting records, each is a value of one. */
export const recordsAt = ({ records }: Pick<TallyColumns, 'records'>): MeasuredAt => ({
  values: records,
  blanks: () => 0,
  rejected: () => 0,
  sum: records,
  min: () => 1,
  max: () => 1,
  flags: () => undefined,
});
