import { didYouMean } from '../../config/nearest.ts';
import { UserError } from '../../errors.ts';
import { statusOf } from '../../source/file.ts';
import type { Opener } from '../../source/openers.ts';
import { joined, type Sql, sql } from '../sql.ts';
import { attached } from './connection.ts';
import { duckdbDialect } from './dialect.ts';
import { allRows, type DuckdbSource, literal, openDuckdb, ROW } from './relation.ts';

/** How such a path is told: the file, and behind a stroke a table in it. */
const DUCKDB_PATH = /^(.+?\.(?:duckdb|ddb))(?:\/(.+))?$/i;

interface Listed {
  readonly schema: string;
  readonly table: string;
  readonly isView: boolean;
  /** As a user names it. */
  readonly label: string;
}

/** Opens a table or a view of a DuckDB file, which is only read: `border.duckdb/crossings`, or the only one. */
export const openDuckdbTable: Opener = async (path, { maxMemory: memory, sheet }) => {
  const [, file = path, named = sheet] = DUCKDB_PATH.exec(path) ?? [];
  await statusOf(file);
  const alias = await attached(file, memory);
  const source = { name: file, memory };
  const { schema, table, isView, label } = chosen(file, await listed(source, alias), named);
  const place = joined([alias, schema, table].map(duckdbDialect.identifier), '.');
  const name = `${file}/${label}`;
  const from = isView ? place : sql`(SELECT ${await byTheLetter(source, place)}, rowid + 1 AS ${ROW} FROM ${place})`;
  return openDuckdb({ name, packing: 'duckdb', from, row: isView ? null : ROW, memory });
};

async function listed(source: Pick<DuckdbSource, 'name' | 'memory'>, alias: string): Promise<Listed[]> {
  const rows = await allRows(
    source,
    sql`SELECT schema_name, table_name, 'table' FROM duckdb_tables() WHERE database_name = ${literal(alias)}
      UNION ALL SELECT schema_name, view_name, 'view' FROM duckdb_views() WHERE database_name = ${literal(alias)} AND NOT internal
      ORDER BY 1, 2`,
  );
  return rows.map(([schema, table, kind]) => ({
    schema: schema ?? '',
    table: table ?? '',
    isView: kind === 'view',
    label: schema === 'main' ? (table ?? '') : `${schema}.${table}`,
  }));
}

function chosen(file: string, tables: readonly Listed[], named: string | undefined): Listed {
  const labels = tables.map(({ label }) => label);
  const found =
    named === undefined
      ? tables.length === 1
        ? tables[0]
        : undefined
      : (tables.find(({ label }) => label === named) ??
        tables.find(({ label }) => label.toLowerCase() === named.toLowerCase()));
  if (found) return found;
  if (tables.length === 0) throw new UserError(`${file}: holds no table`);
  if (named === undefined) {
    throw new UserError(`${file}: holds ${tables.length} tables: ${labels.slice(0, 20).join(', ')}`, {
      hint: `name one: ${file}/${labels[0]}`,
      choice: { option: '--sheet', among: labels },
    });
  }
  throw new UserError(`${file}: holds no table "${named}"${didYouMean(named, labels)}`, {
    hint: `it holds: ${labels.slice(0, 20).join(', ')}`,
  });
}

/** All columns, texts without a collation of theirs: letters that it takes for equal are not the same text. */
async function byTheLetter(source: Pick<DuckdbSource, 'name' | 'memory'>, place: Sql): Promise<Sql> {
  const columns = await allRows(
    source,
    sql`SELECT column_name FROM (DESCRIBE SELECT * FROM ${place}) WHERE column_type = 'VARCHAR'`,
  );
  if (columns.length === 0) return sql`*`;
  const names = columns.map(([name]) => duckdbDialect.identifier(name ?? ''));
  return sql`* REPLACE (${joined(names.map((name) => sql`${name} COLLATE "C" AS ${name}`))})`;
}
