import type { TallyColumns } from '../engine/engine.ts';
import { type Filter, keptBy } from './filter.ts';
import { onceOf } from './once-of.ts';

/** Whether all conditions keep the tally at a place; each text is looked at once. */
export function keptPlaces(columns: TallyColumns, filters: readonly Filter[]): (place: number) => boolean {
  const tests = filters.map((filter) => withText(columns, filter.key, keptBy(filter)));
  return (place) => tests.every((keepsPlace) => keepsPlace(place));
}

/** Whether the text of one part of the key of the tally at a place is such a one. */
export function withText(
  columns: TallyColumns,
  part: number,
  is: (text: string) => boolean,
): (place: number) => boolean {
  const { texts, places } = columns.key(part);
  const told = texts.map(is);
  return (place) => told[places[place] ?? 0] ?? false;
}

/** The places of all tallies that one condition keeps, in order; that of the conditions which keeps the fewest. */
export function fewestPlaces(columns: TallyColumns, filters: readonly Filter[]): Uint32Array | null {
  let fewest: readonly Uint32Array[] | null = null;
  for (const filter of filters) {
    const { key } = filter;
    const keeps = keptBy(filter);
    const { ends, order } = byText(columns, key);
    const kept = columns.key(key).texts.flatMap((text, i) => (keeps(text) ? order.subarray(ends[i], ends[i + 1]) : []));
    if (fewest === null || sizeOf(kept) < sizeOf(fewest)) fewest = kept;
  }
  return fewest && joined(fewest);
}

/** The places of all tallies, in the order of their texts in one part of the key, and where those of each text begin. */
const byText = onceOf((columns: TallyColumns, part: number) => {
  const { texts, places } = columns.key(part);
  const ends = new Uint32Array(texts.length + 1);
  for (const text of places) ends[text + 1] = (ends[text + 1] ?? 0) + 1;
  for (let i = 1; i < ends.length; i++) ends[i] = (ends[i] ?? 0) + (ends[i - 1] ?? 0);
  const order = new Uint32Array(places.length);
  const next = ends.slice();
  for (let place = 0; place < places.length; place++) {
    const text = places[place] ?? 0;
    const at = next[text] ?? 0;
    order[at] = place;
    next[text] = at + 1;
  }
  return { ends, order };
});

const sizeOf = (lists: readonly Uint32Array[]): number => lists.reduce((sum, { length }) => sum + length, 0);

function joined(lists: readonly Uint32Array[]): Uint32Array {
  const all = new Uint32Array(sizeOf(lists));
  let at = 0;
  for (const list of lists) {
    all.set(list, at);
    at += list.length;
  }
  return lists.length > 1 ? all.sort() : all;
}
