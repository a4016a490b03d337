import type { Position } from '../geo/position.ts';
import type { Border, Side } from '../source/border.ts';
import { type CoordinateColumns, coordinateColumns } from '../source/coordinate-columns.ts';
import type { NearOptions } from './near-options.ts';
import type { Tallied } from './read-series.ts';
import { checkSomePlace, isMeasured, type Whereabouts, whereaboutsOf } from './whereabouts.ts';

/** Where the tallies of a source lie, each by its index. */
export interface Places {
  /** The positions of the coordinates in the key. */
  readonly keys: readonly number[];
  readonly whereabouts: readonly Whereabouts[];
  /** How far from the line, in metres; null where that is not known, or it is on the other side. */
  readonly metres: (index: number) => number | null;
  readonly precision: Precision | null;
}

/** A column that says how exactly places are known, and what it says. */
interface Precision {
  readonly column: string;
  readonly of: (index: number) => string;
}

/** The columns that a question about places needs besides, the precision last. */
export const columnsOf = ({ place, precision }: CoordinateColumns): string[] => [
  ...place,
  ...(precision === null ? [] : [precision]),
];

/** Measures where records happened; `reach` is the widest distance asked for. */
export function placesOf(all: Tallied, border: Border, side: Side | null, reach: number, options: NearOptions): Places {
  const { place, precision } = coordinateColumns(all.source, options);
  const keys = all.plan.besides.slice(0, place.length);
  const precisionKey = all.plan.besides[place.length] ?? -1;
  const precisions = all.result.tallies.map(({ key }) => (key[precisionKey] ?? '').trim());
  const whereabouts = whereaboutsOf(all, keys, border, reach);
  checkSomePlace(whereabouts, place, all.source.files[0]?.name ?? '');
  const isOnSide = side === null ? () => true : remembered(side.holds);
  return {
    keys,
    whereabouts,
    metres: (i) => {
      const at = whereabouts[i];
      return isMeasured(at) && isOnSide(at.position) ? at.metres : null;
    },
    precision: precision === null ? null : { column: precision, of: (i) => precisions[i] ?? '' },
  };
}

/** The same answer without asking twice for one place. */
function remembered(test: (position: Position) => boolean): (position: Position) => boolean {
  const known = new Map<Position, boolean>();
  return (position) => {
    const answer = known.get(position) ?? test(position);
    known.set(position, answer);
    return answer;
  };
}
