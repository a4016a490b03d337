import type { Break } from '../analyses/window-change.ts';
import type { Cadence } from '../period/index.ts';
import type { SeriesSet } from '../series/series.ts';

/** The data that a claim is held against. */
export interface Evidence {
  /** One series, on the cadence of the source. */
  readonly set: SeriesSet;
  /** The same by day, where the source goes by days. */
  readonly daily: () => SeriesSet | null;
  /** The whole of which a share is told; null where the claim names no part. */
  readonly whole: SeriesSet | null;
  /** The declared breaks that must not be crossed, as periods of a cadence. */
  readonly breaksAt: (at: Cadence) => readonly Break[];
}
