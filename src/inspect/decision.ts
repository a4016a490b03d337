/** Something that was decided about a source, why, and the option that would decide it otherwise. */
export interface Decided {
  /** Null where it is about the whole source. */
  readonly file: string | null;
  readonly decision: string;
  readonly value: string;
  readonly reason: string;
  readonly option: string | null;
}

/** Makes decisions about one file, or about the whole source. */
export const decided =
  (file: string | null) =>
  (decision: string, value: string, reason: string, option: string | null): Decided => ({
    file,
    decision,
    value,
    reason,
    option,
  });
