import type { Measured, Tally } from '../engine/engine.ts';
import type { Exact } from '../math/exact.ts';

/** The records of one tally in one file, found again. */
export interface FoundRecords {
  readonly tally: Tally;
  readonly file: string;
  /** Where they start, in rising order, as the file was published. */
  readonly lines: readonly number[];
  readonly records: number;
  readonly measured: Measured;
  /** Where their cells hold no value, or none that can be read. */
  readonly blankLines: readonly number[];
  readonly rejectedLines: readonly number[];
  /** The records themselves, where they were asked for. */
  readonly rows: readonly FoundRecord[];
}

export interface FoundRecord {
  readonly line: number;
  readonly value: Exact | null;
  /** As one line of comma-separated text. */
  readonly text: string;
}
