import type { Tally } from '../engine/engine.ts';
import type { Exact } from '../math/exact.ts';
import type { Cadence } from '../period/index.ts';
import type { Column, Fingerprint } from '../report/report.ts';
import type { NotBehind, TallyBehind } from '../series/tallies-behind.ts';
import type { Derivation, Input, Step } from './derivation.ts';
import type { FoundRecords } from './found-records.ts';

/** A tally as its source has it, and what it is in an input. */
export interface Behind extends TallyBehind {
  /** What is measured in it, times this, is what the input is made of: units are converted tally by tally. */
  readonly factor: Exact;
  /** What is known of its records beyond the columns, such as how far from a line they lie. */
  readonly remark: string | null;
}

/** An input with the tallies that it is made of, and the arithmetic from them. */
export interface TracedInput {
  readonly input: Input;
  readonly behind: readonly Behind[];
  readonly step: Step;
  /** The records of its tallies, found again. */
  readonly found: ReadonlyMap<Tally, readonly FoundRecords[]>;
  /** How the periods of the source are cut, and those of the series. */
  readonly source: Cadence;
  readonly target: Cadence;
  /** The columns of the key, as the header names them. */
  readonly keys: readonly string[];
}

export interface Caution {
  /** The input that it is about. */
  readonly role: string;
  readonly text: string;
}

/** What of one source did not go in. */
export interface Account {
  /** Its files; empty where it is the only source. */
  readonly of: string;
  readonly notBehind: NotBehind;
  /** What the conditions ask for, as they were written. */
  readonly conditions: readonly string[];
}

/** A figure traced to its records: all that an explanation says. */
export interface Explained {
  readonly id: string;
  readonly column: Column;
  readonly derivation: Derivation;
  readonly inputs: readonly TracedInput[];
  /** What the values are, in words. */
  readonly measures: readonly string[];
  /** What is special about the values that went in, such as a part of a period or one without a record. */
  readonly cautions: readonly Caution[];
  readonly accounts: readonly Account[];
  /** Names of the source that stand under other ones today. */
  readonly renamed: readonly string[];
  /** What else the figure rests on. */
  readonly facts: readonly string[];
  readonly files: readonly Fingerprint[];
}
