import type { Tally, TallyResult } from '../engine/engine.ts';

/** The tallies of whole records of one file, made once, since they are looked at from many sides. */
export interface WholeRecords extends TallyResult {
  readonly tallies: readonly Tally[];
}
