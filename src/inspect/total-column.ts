import { add, compare, type Exact, subtract } from '../math/exact.ts';
import type { OpenedSource } from '../source/source.ts';
import { figureReader } from './figures.ts';
import { type Finding, finding } from './finding.ts';
import type { WholeRecords } from './whole-records.ts';

/** So many records tell that it is no chance. */
const FEWEST = 3;

/** A column of numbers that is the sum of all the other ones in every record. */
export function totalColumn(results: readonly WholeRecords[], source: OpenedSource): Finding[] {
  const measures = source.profile.measures.filter(({ column }) => column !== null);
  const tallies = results.flatMap((result) => result.tallies);
  if (measures.length < 3 || tallies.length < FEWEST) return [];
  const readers = measures.map((measure) => figureReader(measure, source));
  let left = measures.map((_, i) => i);
  for (const tally of tallies) {
    const values = readers.map((read) => read(tally) ?? 0);
    const total = values.reduce<Exact>((sum, value) => add(sum, value), 0);
    left = left.filter((i) => compare(subtract(total, values[i] ?? 0), values[i] ?? 0) === 0);
    if (left.length === 0) return [];
  }
  const [at, ...more] = left;
  if (at === undefined || more.length > 0) return [];
  const others = measures.filter((_, i) => i !== at).map(({ name }) => name);
  const text = `${measures[at]?.name} is the sum of ${others.join(', ')} in every record: never add it to them`;
  return [finding('total', text, { column: measures[at]?.column ?? undefined })];
}
