/** Why a column of periods cannot be read as it stands. */
export interface PeriodProblem {
  readonly problem: string;
  readonly hint: string;
}
