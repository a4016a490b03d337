/** Why a column of periods cannot be read as it stands. */
export interface PeriodProblem {
  readonly problem: string;
  readonly hint: string;
  /** The option that decides it, with the values that the column leaves open. */
  readonly choice?: { readonly option: string; readonly among: readonly string[] };
}
