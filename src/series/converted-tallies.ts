import type { Tally, TallyResult } from '../engine/engine.ts';
import { type Conversion, conversion } from '../units/conversion.ts';
import { unitNamed } from '../units/unit-named.ts';
import type { Unit } from '../units/unit-table.ts';
import { CASES, QUANTITY, scaled } from './seized-tallies.ts';

/** How quantities of an item in the unit that they are shown in become quantities in another; null where nothing says how. */
export type Converter = (item: string, shown: string) => Conversion | null;

/** Remembers each conversion. */
export function converter(into: Unit): Converter {
  const known = new Map<string, Conversion | null>();
  return (item, shown) => {
    const id = JSON.stringify([item, shown]);
    if (!known.has(id)) {
      const from = unitNamed(shown);
      known.set(id, from && conversion(item, from, into));
    }
    return known.get(id) ?? null;
  };
}

/** Seized tallies in one unit; those that cannot be turned into it have none, and keep their periods. */
export function convertedTallies(seized: TallyResult, into: Unit, convert: Converter): TallyResult {
  const tallies = seized.tallies.map((tally): Tally => {
    const [item = '', shown = ''] = tally.key.slice(-2);
    const found = convert(item, shown);
    const [quantity, cases] = [tally.measures[QUANTITY], tally.measures[CASES]];
    if (!found || !quantity || !cases) return { ...tally, key: tally.key.with(-1, '') };
    return { ...tally, key: tally.key.with(-1, into.name), measures: [scaled(quantity, found.factor), cases] };
  });
  return { ...seized, tallies };
}
