import { inputError } from '../../errors.ts';
import { statusOf } from '../../source/file.ts';
import type { Opener } from '../../source/openers.ts';
import { bound, type Sql, sql, words } from '../sql.ts';
import { allRows, type DuckdbSource, openDuckdb } from './relation.ts';

/** Opens a Parquet file; folders above it such as `year=2024` are columns. */
export const openParquet: Opener = async (path, { maxMemory: memory }) => {
  await statusOf(path);
  const from = parquet(path.replace(/[*?[]/g, '[$&]'), path);
  // The number that the file gives costs half of counting rows.
  return openDuckdb({ name: path, packing: 'parquet', from, row: sql`file_row_number + 1`, memory });
};

/** Opens all Parquet files under a folder, with two stars in its pattern, as one table. */
export const openParquetFiles: Opener = async (pattern, { maxMemory: memory }) => {
  const source = { name: pattern, memory };
  const [first = ''] = await storedFiles(source);
  await refuseUnlike(source);
  const from = parquet(pattern, first);
  return openDuckdb({ ...source, packing: 'parquet', from });
};

const parquet = (pattern: string, example: string): Sql =>
  sql`read_parquet(${bound(pattern)}, union_by_name = true, hive_partitioning = ${words(String(/(^|\/)[^/=]+=[^/]*\//.test(example)))}, hive_types_autocast = false)`;

async function storedFiles(source: Pick<DuckdbSource, 'name' | 'memory'>): Promise<string[]> {
  const rows = await allRows(source, sql`SELECT file FROM glob(${bound(source.name)}) ORDER BY file`);
  if (rows.length === 0) throw inputError(`${source.name}: no file has such a name`, 'check the path');
  return rows.map(([file]) => file ?? '');
}

/** Files with other columns, or with other types of them, would be made alike, and figures changed by it. */
async function refuseUnlike(source: Pick<DuckdbSource, 'name' | 'memory'>): Promise<void> {
  const columns = sql`SELECT file_name AS file, name, concat_ws(' ', type, converted_type, logical_type, "precision", scale) AS type FROM parquet_schema(${bound(source.name)}) WHERE coalesce(num_children, 0) = 0`;
  const [unlike] = await allRows(
    source,
    sql`WITH columns AS (${columns}), first AS (SELECT min(file) AS file FROM columns)
      SELECT coalesce(a.name, b.name), f.file, a.type, coalesce(b.file, o.file), b.type
      FROM (SELECT DISTINCT file FROM columns) AS o CROSS JOIN first AS f
      JOIN columns AS c ON c.file IN (o.file, f.file)
      LEFT JOIN columns AS a ON a.file = f.file AND a.name = c.name
      LEFT JOIN columns AS b ON b.file = o.file AND b.name = c.name
      WHERE a.type IS DISTINCT FROM b.type ORDER BY o.file, 1 LIMIT 1`,
  );
  if (!unlike) return;
  const [column, first, type, other, otherType] = unlike;
  const [one, two] = [type, otherType].map((found) => (found === null ? 'not there' : found));
  throw inputError(
    `${source.name}: the files are no one table: column ${column} is ${one} in ${first}, ${two} in ${other}`,
    'name those that are alike, or each by itself',
  );
}
