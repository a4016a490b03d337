/** What a cell of a column must be like. */
export interface CellRule {
  readonly type?: CellType | undefined;
  readonly required: boolean;
  readonly min?: string | undefined;
  readonly max?: string | undefined;
  /** Limits that are not allowed themselves. */
  readonly above?: string | undefined;
  readonly below?: string | undefined;
  readonly in?: readonly string[] | undefined;
  readonly pattern?: string | undefined;
  readonly minLength?: number | undefined;
  readonly maxLength?: number | undefined;
}

export const CELL_TYPES = ['text', 'number', 'integer', 'boolean', 'date', 'month', 'year'] as const;

export type CellType = (typeof CELL_TYPES)[number];

/** A column that is the sum of others, or a value of a column that is the sum of the other values. */
export type TotalRule =
  | { readonly total: string; readonly parts: readonly string[]; readonly tolerance: string }
  | { readonly column: string; readonly total: string; readonly of: string; readonly tolerance: string };

/** What an export must obey. */
export interface Rules {
  readonly name: string;
  /** Columns that the header must have. */
  readonly columns: readonly string[];
  readonly cells: Readonly<Record<string, CellRule>>;
  /** Columns whose values together must not come twice. */
  readonly unique: readonly (readonly string[])[];
  /** Columns of which each combination must have every period between its first and its last. */
  readonly complete: readonly string[] | null;
  readonly totals: readonly TotalRule[];
  readonly noFuture: boolean;
  readonly identical: 'allow' | 'warn' | 'error';
  /** Cells that hold nothing; those of the profile if not given. */
  readonly nulls?: readonly string[] | undefined;
}

export const NO_RULES: Rules = {
  name: '',
  columns: [],
  cells: {},
  unique: [],
  complete: null,
  totals: [],
  noFuture: false,
  identical: 'warn',
};
