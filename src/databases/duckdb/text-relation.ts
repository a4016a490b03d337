import type { Relation } from '../../source/relation.ts';
import type { SourceFile, SourceTable } from '../../source/source.ts';
import { BLANKS } from '../blanks.ts';
import { joined, type Sql, sql, words } from '../sql.ts';
import { duckdbRows } from './connection.ts';
import { duckdbDialect } from './dialect.ts';
import { literal, ROW } from './relation.ts';

/** A text with one header as DuckDB is to read it: every field a text, nothing guessed, what does not fit left out. */
export function textRelation(
  { name, path }: Pick<SourceFile, 'name' | 'path'>,
  { dialect: { delimiter }, header }: Pick<SourceTable, 'dialect' | 'header'>,
  memory: number | undefined,
): Relation {
  const columns = header.map((_, i) => ({ name: `column${i}`, type: 'VARCHAR', form: 'text' as const }));
  const declared = joined(columns.map((column) => sql`${literal(column.name)}: 'VARCHAR'`));
  const options = sql`auto_detect = false, header = true, quote = '"', escape = '"', ignore_errors = true, max_line_size = ${LONGEST}`;
  const pattern = literal((path ?? '').replace(/[*?[]/g, '[$&]'));
  const read = sql`read_csv(${pattern}, delim = ${literal(delimiter)}, columns = {${declared}}, ${options})`;
  const filled = joined(
    columns.map((column) => isFilled(duckdbDialect.identifier(column.name))),
    ' OR ',
  );
  return {
    engine: 'duckdb',
    dialect: duckdbDialect,
    from: sql`(SELECT *, row_number() OVER () AS ${ROW} FROM ${read} WHERE ${filled}) AS _rows`,
    columns,
    row: ROW,
    isOrdered: true,
    rows: (asked) => duckdbRows(name, asked, memory),
  };
}

/** As long as a record may be. */
const LONGEST = words(String(64 * 1024 * 1024));

const isFilled = (cell: Sql): Sql => sql`${duckdbDialect.trimmed(cell, literal(BLANKS))} <> ''`;
