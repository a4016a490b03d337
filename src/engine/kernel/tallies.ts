import type { Place } from '../../source/place.ts';
import type { Tallies, Tally } from '../engine.ts';
import { madeWhenAsked } from '../made-when-asked.ts';
import { addMeasured, measuredAt, type OpenMeasured } from '../measured.ts';
import { Entries } from './entries.ts';
import { entryColumns } from './entry-columns.ts';
import type { Kernel } from './kernel.ts';
import type { OddMeasure } from './leftovers.ts';

/** Turns a place told in a chunk to one in the source. */
export type PlaceOf = (chunk: number, line: number) => Place;

/** The tallies of a kernel, each read from its memory when it is asked for, with the cells it left to others. */
export function kernelTallies(kernel: Kernel, odd: readonly OddMeasure[], placeOf: PlaceOf): Tallies {
  const entries = new Entries(kernel);
  const order = entries.inOrder(Number.POSITIVE_INFINITY);
  const columns = entryColumns(entries, order, odd);
  const measures = kernel.ask.measures.map((_, i) => columns.measured(i));
  const at = (i: number): Tally => {
    const entry = order[i] ?? 0;
    return {
      key: entries.key(entry),
      records: entries.records(entry),
      measures: measures.map((measure) => measuredAt(measure, i)),
      first: placeOf(entries.chunk(entry), entries.line(entry)),
    };
  };
  const tallies = madeWhenAsked(order.length, at, columns);
  return kernel.ask.keys.every(({ length }) => length === undefined) ? tallies : merged(tallies);
}

/** A key cut inside a character of two units is cut again when it has become text, and may then equal another. */
function merged(tallies: Tallies): Tally[] {
  const known = new Map<string, Tally & { records: number; measures: readonly OpenMeasured[] }>();
  for (const tally of tallies) {
    const id = JSON.stringify(tally.key);
    const same = known.get(id);
    if (same === undefined) known.set(id, tally as Tally & { measures: readonly OpenMeasured[] });
    else {
      same.records += tally.records;
      for (const [i, measured] of same.measures.entries()) addMeasured(measured, tally.measures[i] as OpenMeasured);
    }
  }
  return [...known.values()];
}
