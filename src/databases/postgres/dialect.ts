import type { RelationColumn } from '../../source/relation.ts';
import type { Dialect, PlainNumbers } from '../dialect.ts';
import { type Sql, sql, words } from '../sql.ts';

/** What PostgreSQL says in its own way. */
export const postgresDialect: Dialect = {
  identifier: (name) => words(`"${name.replaceAll('"', '""')}"`),
  placeholder: (n, value) => `$${n}::${typeof value === 'number' ? 'int' : 'text'}`,
  text: (value, { type }) => sql`CAST(${plain(value, type)} AS text) COLLATE "C"`,
  isGroupedByText: ({ form, type }) => form !== 'whole' && type !== 'date' && !type.startsWith('timestamp'),
  prefix: (text, length) => sql`left(${text}, ${words(String(length))})`,
  trimmed: (text, characters) => sql`btrim(${text}, ${characters})`,
  numbers,
  numberText: (value) => sql`CAST(${value} AS text)`,
  sum: (exact) => sql`sum(${exact})`,
};

/** For a database that stores texts in another encoding than UTF-8, which cannot be asked about all characters. */
export const dialectFor = (encoding: string): Dialect =>
  encoding === 'UTF8'
    ? postgresDialect
    : { ...postgresDialect, trimmed: (text) => sql`btrim(${text}, ${words(blanksOf(encoding))})` };

/** Beyond ASCII only the hard blank is known: encodings of one byte per character have it as the 160th. */
const WITH_HARD_BLANK = /^(LATIN\d+|ISO_8859_\d|WIN(874|125\d))$/;

const blanksOf = (encoding: string): string =>
  `E' \\t\\n\\x0b\\f\\r'${WITH_HARD_BLANK.test(encoding) ? ' || chr(160)' : ''}`;

/** The text of an amount of money has a currency and a place of its own. */
const plain = (value: Sql, type: string): Sql => (type === 'money' ? sql`CAST(${value} AS numeric)` : value);

function numbers(value: Sql, { type, form }: RelationColumn): PlainNumbers | null {
  if (form === 'whole') return { test: null, exact: type === 'oid' ? sql`CAST(${value} AS bigint)` : value };
  if (type === 'money') return { test: null, exact: plain(value, type) };
  if (type === 'numeric') return { test: sql`${value} - ${value} = 0`, exact: value };
  if (form === 'float') return doubles(value);
  return form === 'text' ? plainTexts(value) : null;
}

/** The decimal that a double is written as; a cast of its value would leave digits out. */
const doubles = (value: Sql): PlainNumbers => ({
  test: sql`${value} NOT IN ('NaN', 'Infinity', '-Infinity')`,
  exact: sql`CAST(CAST(${value} AS text) AS numeric)`,
});

/** Digits with or without decimals; all else is read by the grammar of cells. */
const plainTexts = (value: Sql): PlainNumbers => ({
  test: sql`CAST(${value} AS text) COLLATE "C" ~ '^-?[0-9]{1,99}([.][0-9]{1,99})?$'`,
  exact: sql`CAST(CAST(${value} AS text) AS numeric)`,
});
