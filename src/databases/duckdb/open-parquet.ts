import { stat } from 'node:fs/promises';
import { inputError } from '../../errors.ts';
import type { Opener } from '../../source/openers.ts';
import type { RelationColumn } from '../../source/relation.ts';
import { openRelation } from '../relation-file.ts';
import { bound, type Sql, sql, statement } from '../sql.ts';
import { columnForm } from './column-form.ts';
import { duckdbRows } from './connection.ts';
import { duckdbDialect } from './dialect.ts';

/** Opens a Parquet file; its column types are those that it declares. */
export const openParquet: Opener = async (path, { maxMemory }) => {
  await stat(path).catch((cause: NodeJS.ErrnoException) => {
    throw inputError(`${path}: cannot be read (${cause.code})`, undefined, cause);
  });
  const from = sql`read_parquet(${bound(literalPath(path))}, hive_partitioning = false)`;
  const columns = await columnsOf(path, from, maxMemory);
  return openRelation(path, 'parquet', {
    engine: 'duckdb',
    dialect: duckdbDialect,
    from,
    columns,
    row: sql`file_row_number + 1`,
    isOrdered: true,
    rows: (asked) => duckdbRows(path, asked, maxMemory),
  });
};

/** DuckDB takes paths for patterns. */
const literalPath = (path: string): string => path.replace(/[*?[]/g, '[$&]');

/** The columns of a relation whose values are single cells. */
async function columnsOf(name: string, from: Sql, memory: number | undefined): Promise<RelationColumn[]> {
  const described = sql`SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM ${from})`;
  const columns: RelationColumn[] = [];
  for await (const batch of duckdbRows(name, statement(described, duckdbDialect.placeholder), memory)) {
    for (const [column, type] of batch) {
      const form = columnForm(type ?? '');
      if (form !== null) columns.push({ name: column ?? '', type: type ?? '', form });
    }
  }
  return columns;
}
