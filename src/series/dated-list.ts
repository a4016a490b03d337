import type { Tallies, Tally, TallyColumns } from '../engine/engine.ts';
import type { Ordinal } from '../period/index.ts';

/** A tally whose period is understood. */
export interface Dated {
  readonly tally: Tally;
  readonly ordinal: Ordinal;
}

/** Some of a source's tallies, told by their places among all, with their periods. A tally is made when it is asked for. */
export class DatedList implements Iterable<Dated> {
  readonly columns: TallyColumns;
  readonly places: Uint32Array;
  readonly #tallies: Tallies;
  readonly #ordinals: Float64Array;

  /** `ordinals` holds one for each tally of all. */
  constructor(tallies: Tallies, columns: TallyColumns, places: Uint32Array, ordinals: Float64Array) {
    this.columns = columns;
    this.places = places;
    this.#tallies = tallies;
    this.#ordinals = ordinals;
  }

  get length(): number {
    return this.places.length;
  }

  /** The period of the tally at a place among all. */
  ordinalAt(place: number): Ordinal {
    return this.#ordinals[place] ?? 0;
  }

  /** Those whose places are kept. */
  where(keeps: (place: number) => boolean): DatedList {
    return new DatedList(this.#tallies, this.columns, this.places.filter(keeps), this.#ordinals);
  }

  /** How many records they are of. */
  records(): number {
    return this.places.reduce((sum, place) => sum + this.columns.records(place), 0);
  }

  *ordinals(): Generator<Ordinal> {
    for (const place of this.places) yield this.ordinalAt(place);
  }

  *[Symbol.iterator](): Generator<Dated> {
    for (const place of this.places) yield { tally: this.#tallies.at(place) as Tally, ordinal: this.ordinalAt(place) };
  }
}
