import { bound, joined, type Sql, sql, words } from '../sql.ts';
import { duckdbDialect } from './dialect.ts';
import { literal } from './relation.ts';

/** True where a double does not say some number in the digits in which it is written; seldom is there one to be looked at. */
export const hasLongNumbers = (json: Sql): Sql =>
  sql`CASE WHEN regexp_matches(${json}, '[0-9.]{16}|[^0-9]0[.]0000') THEN list_bool_or(list_transform(${decimals(json)}, lambda x: ${isSaidOtherwise})) END`;

const decimals = (json: Sql): Sql => sql`regexp_extract_all(${json}, '[0-9]+[.][0-9]+')`;

const isSaidOtherwise = sql`rtrim(CAST(CAST(x AS DOUBLE) AS VARCHAR), '0') <> rtrim(x, '0')`;

const TEXT = String.raw`"(?:[^"\\]|\\.)*"`;
const DIGITS = '-?[0-9]+(?:[.][0-9]+)?';
const IN_QUOTES = String.raw`'\1"\2"'`;
/** All up to the next number that is written without an exponent; what is in texts is no number. */
const BEFORE = `(?:${TEXT}|${DIGITS}[eE][+-]?[0-9]+|[^"0-9-])*`;

/**
 * Objects as a table of texts whose numbers have all their digits: DuckDB reads a decimal as a double, so they are put in
 * quotes before it does. A digit behind the whole leaves no end without a number, in which the search would begin anew.
 */
export function exactObjects(objects: Sql, names: readonly string[]): Sql {
  const quoted = sql`regexp_replace(CAST(json AS VARCHAR) || '0', ${bound(`(${BEFORE})(${DIGITS})`)}, ${words(IN_QUOTES)}, 'g')[:-4]`;
  const cells = names.map((name) => sql`${cell(pointer(name))} AS ${duckdbDialect.identifier(name)}`);
  return sql`(SELECT ${joined(cells)} FROM (SELECT json, ${quoted} AS _quoted FROM ${objects}))`;
}

/** Lists and objects are told as ever. */
const cell = (at: Sql): Sql =>
  sql`json_extract_string(CASE WHEN json_type(json, ${at}) IN ('ARRAY', 'OBJECT') THEN json ELSE _quoted END, ${at})`;

const pointer = (name: string): Sql => literal(`/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`);
