import type { Break } from '../analyses/window-change.ts';
import type { Cadence } from '../period/index.ts';
import type { SeriesSet } from '../series/series.ts';

/** A column of which a claim picks some values. */
export interface Picked {
  readonly column: string;
  readonly values: readonly string[];
  readonly others: readonly string[];
}

/** The data that a claim is held against. */
export interface Evidence {
  /** One series, on the cadence of the source. */
  readonly set: SeriesSet;
  /** The same by day, where the source goes by days. */
  readonly daily: () => SeriesSet | null;
  /** The whole of which a share is told; null where the claim names no part. */
  readonly whole: SeriesSet | null;
  /** The values that the claim picks, with the others of their columns. */
  readonly picked: readonly Picked[];
  /** The declared breaks that must not be crossed, as periods of a cadence. */
  readonly breaksAt: (at: Cadence) => readonly Break[];
}
