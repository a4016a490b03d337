import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { type OpenedTable, openTable } from '../../src/source/open.ts';
import type { SourceTable } from '../../src/source/source.ts';
import { temporaryFolder } from '../../src/source/temporary-folder.ts';
import type { Type, TypedTable } from './typed-table.ts';

/** A database that is held against the reference engine. */
export interface Database {
  readonly name: string;
  /** True where the rows of a table have an order, and so a number. */
  readonly hasRows: boolean;
  /** True where it is asked as another entry is, which is held to more. */
  readonly isBrief?: true;
  /** Puts a table into it, and opens that as a user would. */
  store(table: TypedTable): Promise<SourceTable>;
}

const folder = temporaryFolder();
let stored = 0;

/** Opens what a user names. */
export const opened = (path: string): Promise<OpenedTable> => openTable([path], {}, (async function* () {})());

/** SQL that gives the rows of a table, as DuckDB and PostgreSQL take it. */
export function rowsOf({ columns, rows }: TypedTable, types: Readonly<Record<Type, string>>): string {
  const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
  const cells = (row: readonly (string | null)[]) =>
    columns.map(({ type }, i) => `CAST(${row[i] == null ? 'NULL' : quoted(row[i])} AS ${types[type]})`).join();
  const names = columns.map(({ name }) => `"${name.replaceAll('"', '""')}"`).join();
  if (rows.length === 0) {
    return `SELECT * FROM (VALUES (${cells([])})) AS t(${names}) WHERE false`;
  }
  return `SELECT * FROM (VALUES ${rows.map((row) => `(${cells(row)})`).join()}) AS t(${names})`;
}

/** What DuckDB calls the types of a table. */
export const DUCKDB_TYPES: Readonly<Record<Type, string>> = {
  text: 'VARCHAR',
  whole: 'BIGINT',
  decimal: 'DECIMAL(12,3)',
  double: 'DOUBLE',
  date: 'DATE',
  time: 'TIMESTAMP',
  instant: 'TIMESTAMP WITH TIME ZONE',
  boolean: 'BOOLEAN',
};

/** Has DuckDB write a table to a place of its own. */
async function written(table: TypedTable, statements: (rows: string, path: string) => readonly string[]) {
  const path = join(folder, `${stored++}`);
  const connection = await (await DuckDBInstance.fromCache(':memory:')).connect();
  for (const statement of statements(rowsOf(table, DUCKDB_TYPES), path)) await connection.run(statement);
  connection.closeSync();
  return path;
}

const parquet: Database = {
  name: 'duckdb (Parquet)',
  hasRows: true,
  async store(table) {
    return opened(await written(table, (rows, path) => [`COPY (${rows}) TO '${path}' (FORMAT parquet)`]));
  },
};

const parts: Database = {
  ...parquet,
  isBrief: true,
  name: 'duckdb (Parquet files under a folder)',
  async store(table) {
    const middle = Math.ceil(table.rows.length / 2);
    const path = await written({ ...table, rows: table.rows.slice(0, middle) }, (rows, at) => {
      mkdirSync(at);
      return [`COPY (${rows}) TO '${at}/a.parquet'`];
    });
    await written({ ...table, rows: table.rows.slice(middle) }, (rows) => [`COPY (${rows}) TO '${path}/b.parquet'`]);
    return opened(`${path}/**/*.parquet`);
  },
};

const table: Database = {
  ...parquet,
  isBrief: true,
  name: 'duckdb (a table)',
  async store(rows) {
    const path = await written(rows, (select, at) => [
      `ATTACH '${at}.duckdb' AS file`,
      `CREATE TABLE file.records AS ${select}`,
      'DETACH file',
    ]);
    return opened(`${path}.duckdb/records`);
  },
};

const json: Database = {
  ...parquet,
  isBrief: true,
  name: 'duckdb (JSON)',
  async store(rows) {
    return opened(`${await written(rows, (select, at) => [`COPY (${select}) TO '${at}.json'`])}.json`);
  },
};

/** All that are held to the contract without a server: one entry each. */
export const DATABASES: readonly Database[] = [parquet, parts, table, json];
