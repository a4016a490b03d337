import { note } from '../../note.ts';
import type { OpenFile } from '../../source/file.ts';
import type { RelationColumn } from '../../source/relation.ts';
import { openRelation } from '../relation-file.ts';
import { type Sql, sql, statement, words } from '../sql.ts';
import { columnForm } from './column-form.ts';
import { duckdbRows } from './connection.ts';
import { duckdbDialect } from './dialect.ts';

/** What DuckDB is to read, and how. */
export interface DuckdbSource {
  /** As the user wrote it. */
  readonly name: string;
  readonly packing: string;
  readonly from: Sql;
  /** What numbers the rows from 1; if not given, they are counted as they come; null where they come in no order. */
  readonly row?: Sql | null;
  readonly memory: number | undefined;
}

/** The number of a row; no column of a user's is called so. */
const ROW_NAME = 'row of border-stats';
export const ROW = words(`"${ROW_NAME}"`);

/** Opens what DuckDB reads, with the types of columns that it declares. */
export async function openDuckdb({ name, packing, from, row, memory }: DuckdbSource): Promise<OpenFile> {
  const columns = await columnsOf(name, from, memory);
  const isTaken = columns.some((column) => column.name.toLowerCase() === 'file_row_number');
  if (row && isTaken) return openDuckdb({ name, packing, from, memory });
  const counted = sql`(SELECT *, row_number() OVER () AS ${ROW} FROM ${from}) AS _rows`;
  return openRelation(name, packing, {
    engine: 'duckdb',
    dialect: duckdbDialect,
    from: row === undefined ? counted : from,
    columns,
    row: row === undefined ? ROW : row,
    isOrdered: row !== null,
    notes: columns.filter(isNested).map((column) => note(nestedNote(name, column))),
    rows: (asked) => duckdbRows(name, asked, memory),
  });
}

const isNested = ({ form }: RelationColumn): boolean => form === 'nested';

const nestedNote = (name: string, { name: column, type }: RelationColumn): string =>
  `${name}: column ${column} holds ${type} in each cell, which is read as one text; to ask for a part of it, write that as a column of its own`;

/** The columns of a relation, in its order. */
async function columnsOf(name: string, from: Sql, memory: number | undefined): Promise<RelationColumn[]> {
  const described = sql`SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM ${from})`;
  const rows = await allRows({ name, memory }, described);
  const columns = rows.map(([column, type]) => ({
    name: column ?? '',
    type: type ?? '',
    form: columnForm(type ?? ''),
  }));
  return columns.filter((column) => column.name !== ROW_NAME);
}

/** A text of the program's or the user's as DuckDB takes it where no value can be bound. */
export const literal = (text: string): Sql => words(`'${text.replaceAll("'", "''")}'`);

/** All rows of a statement about a source. */
export async function allRows(
  { name, memory }: Pick<DuckdbSource, 'name' | 'memory'>,
  asked: Sql,
): Promise<(readonly (string | null)[])[]> {
  const rows: (readonly (string | null)[])[] = [];
  for await (const batch of duckdbRows(name, statement(asked, duckdbDialect.placeholder), memory)) rows.push(...batch);
  return rows;
}
