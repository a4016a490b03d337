import type { RelationColumn } from '../../source/relation.ts';
import type { Dialect, PlainNumbers } from '../dialect.ts';
import { bound, type Sql, sql, words } from '../sql.ts';

/** What DuckDB says in its own way. */
export const duckdbDialect: Dialect = {
  identifier: (name) => words(`"${name.replaceAll('"', '""')}"`),
  placeholder: (n) => `$${n}`,
  text,
  isGroupedByText: ({ form, type }) => form === 'nested' || type === 'INTERVAL',
  prefix: (text, length) => sql`substr(${text}, 1, ${words(String(length))})`,
  trimmed: (text, characters) => sql`trim(${text}, ${characters})`,
  numbers,
  numberText: (value) => sql`CAST(${value} AS VARCHAR)`,
  sum: (exact) => sql`sum(${exact})`,
};

function text(value: Sql, { type, form }: RelationColumn): Sql {
  if (type === 'VARCHAR') return value;
  return form === 'nested' ? sql`CAST(to_json(${value}) AS VARCHAR)` : sql`CAST(${value} AS VARCHAR)`;
}

/** Up to so many digits, a decimal may be added up 10^18 times before the 38 digits of its sum are full. */
const SUMMABLE_DIGITS = 20;
const WHOLE = /^(U?TINYINT|U?SMALLINT|U?INTEGER|U?BIGINT)$/;

function numbers(value: Sql, { type, form }: RelationColumn): PlainNumbers | null {
  if (WHOLE.test(type)) return { test: null, exact: value };
  const [, digits] = /^DECIMAL\((\d+),\d+\)$/.exec(type) ?? [];
  if (digits !== undefined && Number(digits) <= SUMMABLE_DIGITS) return { test: null, exact: value };
  if (type === 'DOUBLE') return shortDoubles(value);
  return form === 'text' ? plainTexts(value) : null;
}

/**
 * Doubles that a decimal of at most 15 digits stands for: no other decimal so short has the same double, so it is the
 * one that the double is written as.
 */
function shortDoubles(value: Sql): PlainNumbers {
  const exact = sql`TRY_CAST(${value} AS DECIMAL(18, 4))`;
  return { test: sql`abs(${value}) < 1e11 AND CAST(${exact} AS DOUBLE) = ${value}`, exact };
}

/** Digits with at most four decimals; all else is read by the grammar of cells. */
function plainTexts(value: Sql): PlainNumbers {
  const pattern = bound('-?[0-9]{1,14}([.][0-9]{1,4})?');
  return {
    test: sql`regexp_full_match(${value}, ${pattern})`,
    exact: sql`TRY_CAST(${value} AS DECIMAL(18, 4))`,
  };
}
