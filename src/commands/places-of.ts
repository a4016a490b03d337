import type { Place, Question, Tally } from '../engine/engine.ts';
import { UserError } from '../errors.ts';
import type { IdenticalPolicy } from '../records/identical.ts';
import type { Source } from '../source/source.ts';
import { sourceRecords } from '../source/source-records.ts';

/** For each tally where its records are: all of them. The source is read again where a tally has more than one. */
export async function placesOf(
  source: Source,
  { keys }: Pick<Question, 'keys'>,
  tallies: readonly Tally[],
  identical: IdenticalPolicy,
): Promise<readonly (readonly Place[])[]> {
  if (tallies.every(({ records }) => records === 1)) return tallies.map(({ first }) => [first]);
  const places = new Map<string, Place[]>();
  const ids = tallies.map(({ key }) => JSON.stringify(key.slice(0, keys.length)));
  for (const id of ids) places.set(id, []);
  const textOf = (fields: readonly string[], { file }: Place, column: number) =>
    column === source.header.length ? (source.files[file]?.name ?? '') : (fields[column] ?? '');
  const seen = new Set<string>();
  for await (const batch of sourceRecords(source)) {
    for (const { fields, place, ragged } of batch) {
      if (ragged !== null) continue;
      const found = places.get(
        JSON.stringify(keys.map(({ column, length }) => textOf(fields, place, column).slice(0, length))),
      );
      if (found === undefined || (identical === 'drop' && seen.has(JSON.stringify(fields)))) continue;
      seen.add(JSON.stringify(fields));
      found.push(place);
    }
  }
  return ids.map((id, i) => counted(places.get(id) ?? [], tallies[i]?.records));
}

/** Files that overlap may leave out records which no file by itself would. */
function counted(places: readonly Place[], records: number | undefined): readonly Place[] {
  if (places.length === records) return places;
  throw new UserError('--large: which of several equal cases in overlapping files are counted cannot be told', {
    hint: 'read the files one by one',
  });
}
