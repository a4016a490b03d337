import type { Tally } from '../engine/engine.ts';
import { counted, grouped, type Note, note, warning } from '../note.ts';
import type { Side } from '../source/border.ts';
import type { OpenedSource } from '../source/source.ts';
import { MISPLACED, type Misplaced } from '../source/written-position.ts';
import { ELSEWHERE } from './reach.ts';
import { firstPlaces } from './reading-notes.ts';
import { isMeasured, type Whereabouts } from './whereabouts.ts';

/** How many records to name that have no place. */
const EXAMPLES = 5;

/** Records under the conditions, with their whereabouts. */
export interface Placed {
  readonly tally: Tally;
  readonly whereabouts: Whereabouts;
  /** `ELSEWHERE` where it is too far away, on the other side, or not known. */
  readonly band: string;
  /** How far from the line; null where that is not known, or it is on the other side. */
  readonly metres: number | null;
  /** How exactly its place is known, where a column says so. */
  readonly precision: string | null;
}

const SAID: Readonly<Record<Misplaced, string>> = {
  missing: 'without coordinates',
  unreadable: 'coordinates that cannot be read',
  'out of range': 'coordinates outside the earth',
  zero: 'coordinates 0, 0, which are no place on land',
  swapped: 'latitude and longitude changed over',
};

/** The records that have no place, by reason and with their first lines. */
export function misplacedNotes(all: readonly Placed[], keys: readonly number[], source: OpenedSource): Note[] {
  return MISPLACED.flatMap((reason) => {
    const found = all.filter(({ whereabouts }) => whereabouts === reason);
    if (found.length === 0) return [];
    const count = records(found);
    const { where, also } = firstPlaces(
      source,
      found.slice(0, EXAMPLES).map(({ tally }) => tally.first),
      count,
    );
    const cells = keys.map((key) => JSON.stringify((found[0]?.tally.key[key] ?? '').slice(0, 40))).join(', ');
    return [warning(`${counted(count, 'record')} left out: ${SAID[reason]}, first at ${where}: ${cells}${also}`)];
  });
}

/** How many records lie how far from the line. */
export function distanceNotes(all: readonly Placed[], bands: readonly string[], line: string): Note[] {
  const measured = all.filter(({ whereabouts }) => isMeasured(whereabouts));
  const within = bands.map((band, last) => {
    const count = records(all.filter(({ band }) => band !== ELSEWHERE && bands.indexOf(band) <= last));
    return `${grouped(String(count))} ${last === 0 ? `${lie(count)} ` : ''}within ${upTo(band)}`;
  });
  const whole = `${counted(records(measured), 'record')}${measured.length < all.length ? ' with a place' : ''}`;
  return [note(`of ${whole} ${within.join(', ')} ${line}`)];
}

const lie = (count: number): string => (count === 1 ? 'lies' : 'lie');

/** `0-50 km` reaches up to 50 km. */
const upTo = (band: string): string => band.slice(band.indexOf('-') + 1);

/** How many of the records within reach lie on either side, and how many in the sea or a third country. */
export function sideNote(all: readonly Placed[], sides: readonly Side[], reach: number, distance: string): Note {
  const near = all.flatMap(({ whereabouts, tally }) =>
    isMeasured(whereabouts) && whereabouts.metres <= reach ? [{ position: whereabouts.position, tally }] : [],
  );
  const on = sides.map((side) => near.filter(({ position }) => side.holds(position)));
  const told = sides.map(({ name }, i) => {
    const count = records(on[i] ?? []);
    return `${grouped(String(count))} ${lie(count)} in ${name}`;
  });
  const others = records(near) - on.reduce((sum, some) => sum + records(some), 0);
  return note(`of ${counted(records(near), 'record')} within ${distance} ${told.join(', ')}, ${others} in neither`);
}

/** How exactly the places of the records near the line are known. */
export function precisionNote(all: readonly Placed[], column: string): Note {
  const counts = new Map<string, number>();
  for (const { band, precision, tally } of all) {
    if (band !== ELSEWHERE) counts.set(precision ?? '', (counts.get(precision ?? '') ?? 0) + tally.records);
  }
  const told = [...counts]
    .sort(([a], [b]) => comparePrecision(a, b))
    .map(([value, count]) => `${value === '' ? 'none' : value}: ${grouped(String(count))}`);
  return note(`how exactly their places are known, records by ${column}: ${told.join('; ')}`);
}

/** Numbers by size, other words after them. */
export function comparePrecision(a: string, b: string): number {
  const [x, y] = [a, b].map((text) => (/^\d+$/.test(text) ? Number(text) : Number.POSITIVE_INFINITY)) as [
    number,
    number,
  ];
  return x !== y ? x - y : a < b ? -1 : a > b ? 1 : 0;
}

const records = (some: readonly { readonly tally: { readonly records: number } }[]): number =>
  some.reduce((sum, { tally }) => sum + tally.records, 0);
