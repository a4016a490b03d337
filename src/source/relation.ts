import type { Dialect } from '../databases/dialect.ts';
import type { Sql, Statement } from '../databases/sql.ts';
import type { Note } from '../note.ts';

/** The engines that answer a question where the records are. */
type RelationEngine = 'duckdb' | 'clickhouse' | 'postgres';

/** What the texts of a column are: letters as they are stored, whole numbers, decimals, doubles, times with a zone, lists and records, or other values of one form. */
export type ColumnForm = 'text' | 'whole' | 'decimal' | 'float' | 'instant' | 'nested' | 'other';

export interface RelationColumn {
  readonly name: string;
  /** As its database calls it: `DECIMAL(10,2)`. */
  readonly type: string;
  readonly form: ColumnForm;
}

/** Rows of a statement as texts, batch by batch; null is NULL. */
export type Rows = AsyncIterable<readonly (readonly (string | null)[])[]>;

/** How much is asked for: a few rows that tell what the columns hold, groups that can be held at once, or every row as it is wanted. */
export type Amount = 'first rows' | 'groups' | 'every row';

/** Records that lie where a database can answer questions about them. */
export interface Relation {
  readonly engine: RelationEngine;
  readonly dialect: Dialect;
  /** What stands behind FROM. */
  readonly from: Sql;
  /** One for each column of the header, in its order. */
  readonly columns: readonly RelationColumn[];
  /** What numbers the rows from 1 in the order in which they lie; null where they have none. */
  readonly row: Sql | null;
  /** True where the rows come in this order by themselves. */
  readonly isOrdered: boolean;
  /** The columns that rows without a number are sorted by; the texts of all their values if not given. */
  readonly order?: Sql;
  /** What is true of the first rows, so that these are found without sorting all. */
  readonly isFirst?: Sql;
  /** What a reader of figures must know of how it is read. */
  readonly notes?: readonly Note[];
  /** Asks the database, for groups where nothing else is said; what it refuses is an error for people that names the source. */
  rows(asked: Statement, amount?: Amount): Rows;
}

/** From here on the line of a place is the number of a row: no text has so many lines. */
const FIRST_ROW = 2 ** 44;

/** The line that stands for a row of a relation. */
export const lineOfRow = (row: number): number => FIRST_ROW + row;

/** The row that a line stands for; null for the line of a text. */
export const rowOfLine = (line: number): number | null => (line >= FIRST_ROW ? line - FIRST_ROW : null);
