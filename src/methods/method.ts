/** What a reader is told about a method: enough to list it, to explain it and to find its source. */
export interface Method {
  /** kebab-case; equals the `method` of the estimates it makes. */
  readonly name: string;
  readonly title: string;
  /** What it estimates or tests, in one sentence. */
  readonly answers: string;
  readonly assumes: readonly string[];
  readonly usedWhen: string;
  /** Choices that other programs make differently. */
  readonly conventions: readonly string[];
  readonly references: readonly string[];
}
