import type { Place, Question, Tally } from '../engine/engine.ts';
import type { Source } from '../source/source.ts';
import { sourceRecords } from '../source/source-records.ts';

/** For each tally where its records are: all of them. The source is read again where a tally has more than one. */
export async function placesOf(
  source: Source,
  { keys }: Pick<Question, 'keys'>,
  tallies: readonly Tally[],
): Promise<readonly (readonly Place[])[]> {
  if (tallies.every(({ records }) => records === 1)) return tallies.map(({ first }) => [first]);
  const places = new Map<string, Place[]>();
  const ids = tallies.map(({ key }) => JSON.stringify(key.slice(0, keys.length)));
  for (const id of ids) places.set(id, []);
  for await (const batch of sourceRecords(source)) {
    for (const { fields, place, ragged } of batch) {
      if (ragged !== null) continue;
      const id = JSON.stringify(keys.map(({ column, length }) => (fields[column] ?? '').slice(0, length)));
      places.get(id)?.push(place);
    }
  }
  return ids.map((id) => places.get(id) ?? []);
}
