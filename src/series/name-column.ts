import type { DatedList } from './dated-list.ts';
import type { Placed } from './joined-column.ts';

/** One of the columns that tallies are grouped by: the names that occur, and the place of each row's among them. */
export interface NameColumn extends Placed {
  readonly names: readonly string[];
  /** For each name its place in the order in which groups come. */
  readonly ranks: Uint32Array;
}

/** The names that the texts of one part of the key have; `order` tells what comes before what, then code units do. */
export function nameColumn(
  { columns, places }: DatedList,
  part: number,
  nameOf: (text: string) => string,
  order: ((name: string) => number) | undefined,
): NameColumn {
  const { texts, places: own } = columns.key(part);
  const known = new Map<string, number>();
  const numbers = texts.map((text) => {
    const name = nameOf(text);
    const number = known.get(name) ?? known.size;
    known.set(name, number);
    return number;
  });
  const numbered = new Uint32Array(places.length);
  for (let row = 0; row < places.length; row++) numbered[row] = numbers[own[places[row] ?? 0] ?? 0] ?? 0;
  const names = [...known.keys()];
  return { names, places: numbered, count: names.length, ranks: ranksOf(names, order) };
}

/** By code unit: the same on every machine. */
function ranksOf(names: readonly string[], order: ((name: string) => number) | undefined): Uint32Array {
  const ordered = order ? names.map(order) : null;
  const sorted = [...names.keys()].sort((a, b) => {
    const difference = ordered ? (ordered[a] ?? 0) - (ordered[b] ?? 0) : 0;
    return difference !== 0 ? difference : (names[a] ?? '') < (names[b] ?? '') ? -1 : 1;
  });
  const ranks = new Uint32Array(names.length);
  for (const [rank, number] of sorted.entries()) ranks[number] = rank;
  return ranks;
}
