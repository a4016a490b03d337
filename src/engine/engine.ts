import type { Exact } from '../math/exact.ts';
import type { NumberStyle } from '../source/number-style.ts';
import type { Place } from '../source/place.ts';
import type { SourceTable } from '../source/source.ts';

/** A column whose raw text is part of the key, or only its first `length` characters. */
export interface KeyPart {
  readonly column: number;
  readonly length?: number | undefined;
}

/** A column of number cells; those that are one of `nulls` after trimming hold no value. */
export interface MeasurePart {
  readonly column: number;
  readonly nulls: readonly string[];
  /** True where `2.2e-05` is a number. */
  readonly scientific: boolean;
  /** How the numbers are written, where it is not plainly: then `cellReader` of source/cell.ts reads the cells. */
  readonly style?: NumberStyle | undefined;
}

/** What an engine is asked. Closed on purpose: when an analysis needs more, a field is added here. */
export interface Question {
  readonly keys: readonly KeyPart[];
  readonly measures: readonly MeasurePart[];
}

export type { Place };

/** The cells of one measure under one key. */
export interface Measured {
  /** Cells that hold a number. */
  readonly values: number;
  /** Cells that hold no value: one of the null tokens. */
  readonly blanks: number;
  /** Cells that could not be read. */
  readonly rejected: number;
  readonly sum: Exact;
  /** Null when `values` is 0, as is `max`. */
  readonly min: Exact | null;
  readonly max: Exact | null;
  /** The flags that stand beside values, each once and in order; left out where there is none. */
  readonly flags?: readonly string[];
}

/** The reduced records of one distinct raw key. */
export interface Tally {
  readonly key: readonly string[];
  readonly records: number;
  readonly measures: readonly Measured[];
  /** Where the first record with this key starts. */
  readonly first: Place;
}

/** One part of all keys: the texts that occur, in the order of the first tallies with them, and the place of each tally's among them. */
export interface KeyColumn {
  readonly texts: readonly string[];
  readonly places: Uint32Array;
}

/** The fields of `Measured`, for the tally at a place. */
export type MeasuredAt = {
  readonly [Field in Exclude<keyof Measured, 'flags'>]: (i: number) => Measured[Field];
} & { readonly flags: (i: number) => readonly string[] | undefined };

/** Tallies by their columns, so that each text is understood once and no tally need be made. */
export interface TallyColumns {
  /** How many measures each tally has. */
  readonly measures: number;
  records(i: number): number;
  /** One part of all keys. */
  key(part: number): KeyColumn;
  measured(measure: number): MeasuredAt;
}

/** A list of tallies, or what makes each of them when it is asked for, since there may be a million. */
export interface Tallies extends Iterable<Tally> {
  readonly length: number;
  /** The same by columns, where making every tally can be spared. */
  readonly columns?: TallyColumns;
  at(i: number): Tally | undefined;
  map<T>(made: (tally: Tally, i: number) => T): T[];
  filter(keeps: (tally: Tally, i: number) => boolean): Tally[];
  find(is: (tally: Tally, i: number) => boolean): Tally | undefined;
  slice(from?: number, to?: number): Tally[];
}

/** Cells of a column, or whole records, that could not be read for one reason. */
export interface Reject {
  /** The index of the column, or null where the whole record is rejected. */
  readonly column: number | null;
  readonly reason: 'not a number' | 'too many fields' | 'too few fields';
  readonly count: number;
  /** The first few, in the order of the source. */
  readonly examples: readonly (Place & { readonly text: string })[];
}

/** How many examples of a reject are kept. */
export const REJECT_EXAMPLES = 5;

export interface TallyResult {
  /** One per distinct key, in the order of their first records. */
  readonly tallies: Tallies;
  /** Records read, rejected ones included; blank lines and the header are no records. */
  readonly records: number;
  readonly rejects: readonly Reject[];
}

/** What reduces the records of a source to tallies. All engines give equal results. */
export interface Engine {
  tally(source: SourceTable, question: Question): Promise<TallyResult>;
}
