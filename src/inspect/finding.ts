import type { Choice } from '../errors.ts';

/** Something about a source that its reader should know before its figures are quoted. */
export interface Finding {
  readonly kind: FindingKind;
  /** The column or columns that it is about. */
  readonly column: string | null;
  /** How many records, cells or lines it concerns. */
  readonly count: number | null;
  /** Where it is seen first: `crossings.csv:12`. */
  readonly place: string | null;
  readonly text: string;
  /** The option that would decide it, where one would. */
  readonly choice: Choice | null;
}

/**
 * `undecided` an option must decide before there are figures · `same-name` columns of one name · `set-aside` lines that are no records · `rejects` cells that
 * cannot be read · `ragged` records with too few or too many fields · `identical` records equal in every column ·
 * `repeated-key` records that share period and dimensions · `two-files` records in more than one file · `gap` periods
 * without a record · `partial-end` a first or last period that is not covered whole · `early-end` series that end before the
 * source · `total` values that are sums of others · `spelling` values that differ only in case or blanks · `two-eras` years
 * of both eras in one column · `empty` a column without values · `not-counted` what would not fit into memory
 */
export type FindingKind =
  | 'undecided'
  | 'same-name'
  | 'set-aside'
  | 'rejects'
  | 'ragged'
  | 'identical'
  | 'repeated-key'
  | 'two-files'
  | 'gap'
  | 'partial-end'
  | 'early-end'
  | 'total'
  | 'spelling'
  | 'two-eras'
  | 'empty'
  | 'not-counted';

export const finding = (
  kind: FindingKind,
  text: string,
  about: { column?: string | undefined; count?: number; place?: string | undefined; choice?: Choice | null } = {},
): Finding => ({
  kind,
  text,
  column: about.column ?? null,
  count: about.count ?? null,
  place: about.place ?? null,
  choice: about.choice ?? null,
});
