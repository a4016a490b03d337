import type { Wide } from './wide.ts';

/** Something that was decided about a file, and why. */
export interface Decision {
  readonly value: string;
  readonly reason: string;
}

/** Lines of one kind that are no records of the table. */
export interface SetAside {
  readonly kind: 'preamble' | 'note' | 'repeated header';
  readonly count: number;
  /** The first few, as they lie in the file. */
  readonly examples: readonly { readonly line: number; readonly text: string }[];
}

/** How a file was read: every decision with its reason, and what was set aside. */
export interface Reading {
  readonly name: string;
  /** `gzip`, `zstd`, `zip`, `xlsx` or `ods`; null for a plain file. */
  readonly packing: string | null;
  /** The file inside an archive, or the sheet of a workbook, that was read, and those that were not. */
  readonly member: { readonly name: string; readonly others: readonly string[] } | null;
  readonly encoding: Decision;
  readonly delimiter: Decision;
  /** How a table that is not one record per line under one header was put right; null where it was read as it lies. */
  readonly layout: Decision | null;
  /** The names of the columns as they lie in it, and how they become others where some are values of one dimension. */
  readonly names: readonly string[];
  readonly wide: Wide | null;
  /** What is no record; complete once the bytes of the file have been read. */
  setAside(): readonly SetAside[];
}
