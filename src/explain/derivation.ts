import type { Exact } from '../math/exact.ts';
import type { Ordinal, Window } from '../period/index.ts';
import type { Sentence } from '../report/report.ts';
import type { Series } from '../series/series.ts';

/** The values of one series over a window, as they enter a formula. */
export interface Input {
  /** What the formula calls them: a column of the vocabulary, or the plain word for what has none. */
  readonly role: string;
  readonly series: Series;
  /** Where its records are found: `parts` and `totals` of one source, or an edition, or a file of rates. */
  readonly ledger: string;
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

/** How a figure comes about, but for its row in words. */
export type Told = Omit<Derivation, 'sentence'>;

/** How a figure comes about: the values that it rests on, and the arithmetic from them to it. */
export interface Derivation {
  readonly value: Exact | null;
  readonly inputs: readonly Input[];
  readonly steps: readonly Step[];
  /** Why there is no figure; null where there is one. */
  readonly missing: string | null;
  /** What else the figure rests on, such as the source of a conversion. */
  readonly facts?: readonly string[];
  /** The row of the figure in words. */
  readonly sentence: Sentence;
}
