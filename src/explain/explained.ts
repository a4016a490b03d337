import type { Tally } from '../engine/engine.ts';
import type { Cadence } from '../period/index.ts';
import type { Column, Fingerprint } from '../report/report.ts';
import type { NotBehind, TallyBehind } from '../series/tallies-behind.ts';
import type { Derivation, Input, Step } from './derivation.ts';
import type { FoundRecords } from './found-records.ts';

/** An input with the tallies that it is made of, and the arithmetic from them. */
export interface TracedInput {
  readonly input: Input;
  readonly behind: readonly TallyBehind[];
  readonly step: Step;
}

export interface Caution {
  /** The input that it is about. */
  readonly role: string;
  readonly text: string;
}

/** A figure traced to its records: all that an explanation says. */
export interface Explained {
  readonly id: string;
  readonly column: Column;
  readonly derivation: Derivation;
  readonly inputs: readonly TracedInput[];
  readonly found: ReadonlyMap<Tally, readonly FoundRecords[]>;
  /** How the periods of the source are cut, and those of the series. */
  readonly source: Cadence;
  readonly target: Cadence;
  /** The columns of the key, as the header names them. */
  readonly keys: readonly string[];
  /** What the values are, in words. */
  readonly measure: string;
  /** What is special about the values that went in, such as a part of a period or one without a record. */
  readonly cautions: readonly Caution[];
  readonly notBehind: NotBehind;
  /** What the conditions ask for, as they were written. */
  readonly conditions: readonly string[];
  /** Names of the source that stand under other ones today. */
  readonly renamed: readonly string[];
  readonly files: readonly Fingerprint[];
  /** What is to be known before all else, such as that a file has changed. */
  readonly warnings: readonly string[];
}
