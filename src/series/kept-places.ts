import type { TallyColumns } from '../engine/engine.ts';
import type { Filter } from './plan.ts';

/** Whether all conditions keep the tally at a place; each text is looked at once. */
export function keptPlaces(columns: TallyColumns, filters: readonly Filter[]): (place: number) => boolean {
  const tests = filters.map(({ key, keeps }) => withText(columns, key, keeps));
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
