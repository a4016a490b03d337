import { inputError } from '../errors.ts';
import { distanceToLine } from '../geo/distance-to-line.ts';
import type { Position } from '../geo/position.ts';
import type { Border } from '../source/border.ts';
import { type Misplaced, writtenPoint, writtenPosition } from '../source/written-position.ts';
import type { Tallied } from './read-series.ts';

/** A place that was measured. */
export interface Measured {
  readonly position: Position;
  /** To the nearest point of the line, rounded to the metre. */
  readonly metres: number;
}

/** Where the records of a tally happened, or why that is not known. */
export type Whereabouts = Measured | Misplaced;

export const isMeasured = (one: Whereabouts | undefined): one is Measured => typeof one === 'object';

/** Farther than this from the line, a place is held against the one with its coordinates changed over. */
const FAR = 1_000_000;

/** The whereabouts of each tally, in order; `keys` are the positions of the coordinates in the key. Each distinct place is measured once. */
export function whereaboutsOf(
  { result, source }: Pick<Tallied, 'result' | 'source'>,
  keys: readonly number[],
  border: Border,
  reach: number,
): Whereabouts[] {
  const nulls = new Set(source.profile.nulls);
  const isNull = (text: string) => nulls.has(text.trim()) || text.trim() === '';
  const distance = distanceToLine(border.line);
  const metres = (position: Position) => Math.round(distance(position));
  const known = new Map<string, Whereabouts>();
  return result.tallies.map(({ key }) => {
    const [first = '', second] = keys.map((at) => key[at] ?? '');
    const id = JSON.stringify([first, second]);
    const found =
      known.get(id) ??
      measured(
        second === undefined ? writtenPoint(first, isNull) : writtenPosition([first, second], isNull),
        metres,
        reach,
      );
    known.set(id, found);
    return found;
  });
}

/** A place far off whose coordinates, changed over, lie within reach, has them changed over. */
function measured(place: Position | Misplaced, metres: (position: Position) => number, reach: number): Whereabouts {
  if (typeof place === 'string') return place;
  const here = { position: place, metres: metres(place) };
  if (here.metres < FAR || Math.abs(place.longitude) > 90) return here;
  const turned = metres({ latitude: place.longitude, longitude: place.latitude });
  return turned <= reach ? 'swapped' : here;
}

/** Without one place that is known, columns were named wrongly or changed over. */
export function checkSomePlace(all: readonly Whereabouts[], columns: readonly string[], file: string): void {
  if (all.some(isMeasured)) return;
  const swapped = all.every((one) => one === 'swapped');
  const named = columns.join(' and ');
  if (swapped && columns.length === 2) {
    const hint = `change them over: --lat ${JSON.stringify(columns[1])} --lon ${JSON.stringify(columns[0])}`;
    throw inputError(`${file}: ${named} seem to be longitude and latitude`, hint);
  }
  throw inputError(
    `${file}: no record has a place in ${named} that can be read`,
    'name other columns with --lat and --lon, or --point',
  );
}
