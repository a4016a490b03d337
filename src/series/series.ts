import type { Exact } from '../math/exact.ts';
import type { Cadence, CivilDate, Every, Ordinal } from '../period/index.ts';

/**
 * What is special about the value of a period:
 * `missing` no value · `zero-filled` no record, which is taken as zero · `partial` not covered to its ends ·
 * `incomplete` some of its months (or days) have no record · `blank` some of its records have no value ·
 * `rejects` some of its cells could not be read · `provisional` late records may still change it · `scaled` a partial
 * value taken up to its whole period, an estimate · `part-included` a partial value compared all the same, as asked ·
 * `no-rate` an amount of money for whose period there is no exchange rate, `no-deflator` no price index.
 * Flags of the source stand beside these as it wrote them.
 */
export type Flag =
  | 'missing'
  | 'zero-filled'
  | 'partial'
  | 'incomplete'
  | 'blank'
  | 'rejects'
  | 'provisional'
  | 'scaled'
  | 'part-included'
  | 'no-rate'
  | 'no-deflator'
  | `source:${string}`;

/** How the records of a period become its value. */
export const STATISTICS = ['sum', 'count', 'mean', 'min', 'max'] as const;

export type Statistic = (typeof STATISTICS)[number];

/** What a series measures. */
export interface Measure {
  readonly name: string;
  readonly unit: string;
  /** Beside the kinds of a profile: a `balance`, of whose changes no percentage makes sense. */
  readonly kind: 'count' | 'amount' | 'rate' | 'share' | 'balance';
  readonly statistic: Statistic;
}

/** One measure over consecutive periods for one group. */
export interface Series {
  /** The group's values, in the order of the dimensions. */
  readonly key: readonly string[];
  readonly measure: Measure;
  /** The period of the first value. */
  readonly first: Ordinal;
  /**
   * Which days without a value are no gap: all, in a list of events; those whose record is blank, as monthly sums rest on
   * the others too; undefined for longer periods, where each counts.
   */
  readonly noGap?: 'all' | 'blank' | undefined;
  /** One per period; null where there is none. */
  readonly values: readonly (Exact | null)[];
  /** How many records each value rests on. */
  readonly records: readonly number[];
  /** One list per period. */
  readonly flags: readonly (readonly Flag[])[];
}

/** All series that answer one question. */
export interface SeriesSet {
  readonly dimensions: readonly string[];
  readonly cadence: Cadence;
  /** How fine the periods of the source are. */
  readonly finest: Every;
  /** True where values are rates per day, which compare whatever the length of their periods. */
  readonly perDay?: boolean;
  /** The days that the source covers. */
  readonly covered: { readonly from: CivilDate; readonly to: CivilDate };
  /** By measure, then by key in the order of code units. */
  readonly series: readonly Series[];
}

export const lastOrdinal = (series: Series): Ordinal => series.first + series.values.length - 1;

export function valueAt(series: Series, ordinal: Ordinal): Exact | null {
  return series.values[ordinal - series.first] ?? null;
}

export function flagsAt(series: Series, ordinal: Ordinal): readonly Flag[] {
  return series.flags[ordinal - series.first] ?? NO_FLAGS;
}

export const NO_FLAGS: readonly Flag[] = [];

/** True where a value stands for only a part of its period, so that it must not be compared with a whole one. */
export const isPart = (flags: readonly Flag[]): boolean =>
  flags.length > 0 && (flags.includes('partial') || flags.includes('incomplete') || flags.includes('no-rate'));
