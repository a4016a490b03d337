import type { Statement } from './statement.ts';

/** Where the records of a claim are, and how they are read: file names, and options as a command line has them. */
export interface ClaimSource {
  readonly files: readonly string[];
  readonly options: Readonly<Record<string, string | readonly string[]>>;
}

/** A published sentence with a number in it, and what is needed to hold it against data. */
export interface Claim {
  readonly id: string;
  readonly sentence: string;
  /** Where the claim stands: `claims.yaml:12`. */
  readonly at: string;
  readonly source: ClaimSource | null;
  readonly measure: string | null;
  readonly stat: string | null;
  /** Conditions as `--where` has them. */
  readonly where: readonly string[];
  /** Conditions that pick the part of which a share is told. */
  readonly place: readonly string[];
  /** What the sentence does not say. */
  readonly window: string | null;
  readonly against: string | null;
  readonly unit: string | null;
  /** The day of the sentence, up to which the source is read. */
  readonly asOf: string | null;
  /** The figure that is meant, where a sentence has several or cannot be read. */
  readonly reported: string | null;
}

/** One figure of a claim; null where none could be read. */
export interface Assertion {
  readonly claim: Claim;
  readonly statement: Statement | null;
  /** All figures of the sentence, of which this is one. */
  readonly beside: readonly Statement[];
  readonly unread: readonly string[];
}
