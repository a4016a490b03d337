import type { Exact } from '../math/exact.ts';
import type { Ordinal, Window } from '../period/index.ts';
import type { Sentence } from '../report/report.ts';
import type { Series } from '../series/series.ts';

/** The values of one series over a window, as they enter a formula. */
export interface Input {
  /** What the formula calls them: a column of the vocabulary, or the plain word for what has none. */
  readonly role: string;
  readonly series: Series;
  /** True for the sum over the groups that a comparison shows. */
  readonly isTotal: boolean;
  readonly window: Window;
  readonly value: Exact | null;
  /** What the sum of the records is divided by, where rates per day are shown. */
  readonly days: number | null;
  readonly scaled: Scaling | null;
}

/** A period that the source covers in part, taken up to its whole. */
export interface Scaling {
  readonly ordinal: Ordinal;
  readonly covered: number;
  readonly days: number;
}

/** One line of arithmetic: `change = value - previous = 85,750 - 61,250 = 24,500`. */
export interface Step {
  readonly name: string;
  readonly formula: string;
  readonly value: Exact | null;
}

/** How a figure comes about: the values that it rests on, and the arithmetic from them to it. */
export interface Derivation {
  readonly value: Exact | null;
  readonly inputs: readonly Input[];
  readonly steps: readonly Step[];
  /** Why there is no figure; null where there is one. */
  readonly missing: string | null;
  /** The row of the figure in words. */
  readonly sentence: Sentence;
}
