import type { Tallies, Tally, TallyColumns } from '../engine/engine.ts';
import type { Ordinal } from '../period/index.ts';
import type { Filter } from './filter.ts';
import { fewestPlaces, keptPlaces } from './kept-places.ts';

/** A tally whose period is understood. */
export interface Dated {
  readonly tally: Tally;
  readonly ordinal: Ordinal;
}

/** The first and the last period of some; the first is after the last where there is none. */
export type Extent = readonly [first: Ordinal, last: Ordinal];

/** Some of a source's tallies, told by their places among all, with their periods. A tally is made when it is asked for. */
export class DatedList implements Iterable<Dated> {
  readonly columns: TallyColumns;
  readonly places: Uint32Array;
  readonly #tallies: Tallies;
  readonly #ordinals: Float64Array;
  #extent: Extent | undefined;
  #rowsByPeriod: Uint32Array | undefined;

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
    return this.#at(this.places.filter(keeps));
  }

  /** Those that all conditions keep; where one keeps few, the others are not looked at. */
  under(filters: readonly Filter[]): DatedList {
    const few = fewestPlaces(this.columns, filters);
    if (few === null) return this;
    const isKept = keptPlaces(this.columns, filters);
    const isHere = this.places.length === this.#ordinals.length ? () => true : (place: number) => this.#has(place);
    return this.#at(few.filter((place) => isHere(place) && isKept(place)));
  }

  #at(places: Uint32Array): DatedList {
    return new DatedList(this.#tallies, this.columns, places, this.#ordinals);
  }

  #has(place: number): boolean {
    let [from, to] = [0, this.places.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((this.places[middle] ?? 0) < place) from = middle + 1;
      else to = middle;
    }
    return this.places[from] === place;
  }

  /** Those of periods up to one, and those of later ones. */
  until(last: Ordinal): [known: DatedList, late: DatedList] {
    if (this.extent()[1] <= last) return [this, this.#at(new Uint32Array(0))];
    const isKnown = (place: number) => this.ordinalAt(place) <= last;
    return [this.where(isKnown), this.where((place) => !isKnown(place))];
  }

  extent(): Extent {
    if (this.#extent) return this.#extent;
    let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const place of this.places) {
      const ordinal = this.ordinalAt(place);
      if (ordinal < first) first = ordinal;
      if (ordinal > last) last = ordinal;
    }
    this.#extent = [first, last];
    return this.#extent;
  }

  /** The rows in the order of their periods; those of one period in their own. */
  rowsByPeriod(): Uint32Array {
    if (this.#rowsByPeriod) return this.#rowsByPeriod;
    const [first, last] = this.extent();
    const next = new Uint32Array(Math.max(0, last - first) + 2);
    const periods = Uint32Array.from(this.places, (place) => this.ordinalAt(place) - first);
    for (const period of periods) next[period + 1] = (next[period + 1] ?? 0) + 1;
    for (let i = 1; i < next.length; i++) next[i] = (next[i] ?? 0) + (next[i - 1] ?? 0);
    const rows = new Uint32Array(periods.length);
    for (let row = 0; row < periods.length; row++) {
      const period = periods[row] ?? 0;
      const at = next[period] ?? 0;
      rows[at] = row;
      next[period] = at + 1;
    }
    this.#rowsByPeriod = rows;
    return rows;
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
