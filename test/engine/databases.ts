import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { type OpenedTable, openTable } from '../../src/source/open.ts';
import type { SourceTable } from '../../src/source/source.ts';
import type { Type, TypedTable } from './typed-table.ts';

/** A database that is held against the reference engine. */
export interface Database {
  readonly name: string;
  /** True where the rows of a table have an order, and so a number. */
  readonly hasRows: boolean;
  /** Puts a table into it, and opens that as a user would. */
  store(table: TypedTable): Promise<SourceTable>;
}

const folder = mkdtempSync(join(tmpdir(), 'databases-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
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

const DUCKDB_TYPES: Readonly<Record<Type, string>> = {
  text: 'VARCHAR',
  whole: 'BIGINT',
  decimal: 'DECIMAL(12,3)',
  double: 'DOUBLE',
  date: 'DATE',
  time: 'TIMESTAMP',
  instant: 'TIMESTAMPTZ',
  boolean: 'BOOLEAN',
};

const duckdb: Database = {
  name: 'duckdb (Parquet)',
  hasRows: true,
  async store(table) {
    const path = join(folder, `${stored++}.parquet`);
    const connection = await (await DuckDBInstance.fromCache(':memory:')).connect();
    await connection.run(`COPY (${rowsOf(table, DUCKDB_TYPES)}) TO '${path}'`);
    connection.closeSync();
    return opened(path);
  },
};

/** All that are held to the contract without a server: one entry each. */
export const DATABASES: readonly Database[] = [duckdb];
