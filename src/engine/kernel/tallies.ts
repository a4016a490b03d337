import type { Place } from '../../source/place.ts';
import type { Tallies, Tally } from '../engine.ts';
import { madeWhenAsked } from '../made-when-asked.ts';
import { addMeasured, type OpenMeasured } from '../measured.ts';
import { Entries } from './entries.ts';
import type { Kernel } from './kernel.ts';
import type { OddMeasure } from './leftovers.ts';

/** Turns a place told in a chunk to one in the source. */
export type PlaceOf = (chunk: number, line: number) => Place;

/** The tallies of a kernel, each read from its memory when it is asked for, with the cells it left to others. */
export function kernelTallies(kernel: Kernel, odd: readonly OddMeasure[], placeOf: PlaceOf): Tallies {
  const entries = new Entries(kernel);
  const order = entries.inOrder(Number.POSITIVE_INFINITY);
  const oddAt = byEntry(odd);
  const at = (i: number): Tally => {
    const entry = order[i] ?? 0;
    const measures = entries.measures(entry);
    for (const { measure, measured } of oddAt.get(entry * 4) ?? [])
      addMeasured(measures[measure] as OpenMeasured, measured);
    return {
      key: entries.key(entry),
      records: entries.records(entry),
      measures,
      first: placeOf(entries.chunk(entry), entries.line(entry)),
    };
  };
  const tallies = madeWhenAsked(order.length, at);
  return kernel.ask.keys.every(({ length }) => length === undefined) ? tallies : merged(tallies);
}

/** Several threads may each have odd cells of one measure under one entry. */
function byEntry(odd: readonly OddMeasure[]): Map<number, OddMeasure[]> {
  const entries = new Map<number, OddMeasure[]>();
  for (const one of odd) {
    const same = entries.get(one.entry);
    if (same) same.push(one);
    else entries.set(one.entry, [one]);
  }
  return entries;
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
