import type { Exact } from '../math/exact.ts';

/**
 * How firmly a figure is stated: `about` it · `nearly` it, so less far · `more-than` it · `at-least` it · `up-to` it ·
 * `less-than` it. Of a fall it is the size that is meant: "fell by more than 40 %" is at most -40 %.
 */
export type Hedge = 'about' | 'nearly' | 'more-than' | 'at-least' | 'up-to' | 'less-than';

/** A number with how firmly it is stated and how finely it is written. */
export interface Stated {
  readonly value: Exact;
  readonly hedge: Hedge | null;
  /** The size of the last digit that is written, in the unit of the value; null for a figure in words, such as a third. */
  readonly step: Exact | null;
}

/**
 * What a figure is: a relative `change` (0.4 is +40 %), a change in percentage `points`, a `share` (a percentage that is
 * a level), a pair of `shares`, a `ratio` of now to then, a `level`, a pair of `levels`, or a `difference` of two.
 */
export type StatementKind = 'change' | 'points' | 'share' | 'shares' | 'ratio' | 'level' | 'levels' | 'difference';

/** What one figure of a sentence says. */
export interface Statement {
  readonly kind: StatementKind;
  /** The figure; null for a pair, which has only ends. A fall is negative. */
  readonly figure: Stated | null;
  /** The upper end of a range, "between 20 and 30 %". */
  readonly high: Exact | null;
  /** The values before and after, where the sentence has them. */
  readonly from: Stated | null;
  readonly to: Stated | null;
  /** Of how many a share is, and how many have it. */
  readonly whole: Exact | null;
  readonly part: Exact | null;
  /** The words after the number, such as `methamphetamine tablets`; a currency sign. */
  readonly unit: string | null;
  /** `day` in "3,000 people a day". */
  readonly per: string | null;
  /** The window: `6m`, `12m to 2024-09`, `since 2024-01`, `ytd`, `last year`, `2024-Q1`, `--03` for a month of no named year. */
  readonly over: string | null;
  /** What it is compared with: `previous`, `year`, or a period. */
  readonly against: string | null;
}

/** All that a sentence says in figures, and what in it could not be read. */
export interface SentenceReading {
  readonly statements: readonly Statement[];
  readonly unread: readonly string[];
}

export const stated = (value: Exact, step: Exact | null = null, hedge: Hedge | null = null): Stated => ({
  value,
  hedge,
  step,
});
