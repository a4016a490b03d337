import type { RelationColumn } from '../../source/relation.ts';
import type { Dialect, PlainNumbers } from '../dialect.ts';
import { bound, type Sql, sql, words } from '../sql.ts';
import { bareType, decimalSize } from './column-form.ts';

/** What ClickHouse says in its own way; all of it is understood by 18.16 as by current releases. */
export const clickhouseDialect: Dialect = {
  isFlat: true,
  identifier: (name) => words(quotedName(name)),
  placeholder: (_, value) => (typeof value === 'number' ? String(value) : quotedText(value)),
  text,
  // 18.16 dies of a decimal that may be NULL among several keys.
  isGroupedByText: ({ form }) => form === 'float' || form === 'decimal',
  prefix,
  trimmed: (value, characters) => sql`replaceRegexpAll(toString(${value}), ${bound(endsOf(characters))}, ${bound('')})`,
  numbers,
  numberText: (value) => sql`toString(${value})`,
  sum: (exact) => sql`sum(${exact})`,
};

/** A name of a table or column in quotes, whatever is in it. */
export const quotedName = (name: string): string => `\`${name.replace(/[\\`]/g, '\\$&')}\``;

/** A value in quotes: there are no parameters in 18.16, and under readonly = 1 none in later releases. */
export const quotedText = (text: string): string => `'${text.replace(/[\\']/g, '\\$&').replaceAll('\0', '\\0')}'`;

/** Releases differ in whether they write the zeros at the end of a decimal. */
const ZEROS = bound('\\.0*$|(\\.[0-9]*[1-9])0*$');

function text(value: Sql, { type, form }: RelationColumn): Sql {
  const bare = bareType(type);
  if (bare === 'String' && !type.includes('LowCardinality')) return value;
  if (bare.startsWith('FixedString')) return sql`toStringCutToZero(${value})`;
  const plain = sql`toString(${value})`;
  return form === 'decimal' ? sql`replaceRegexpOne(${plain}, ${ZEROS}, ${bound('\\1')})` : plain;
}

/** The longest run that a pattern may count. */
const MOST_COUNTED = 1000;

/** `substringUTF8` of 18.16 cuts characters of four bytes asunder. */
function prefix(value: Sql, length: number): Sql {
  return length > MOST_COUNTED ? value : sql`extract(${value}, ${bound(`(?s)^.{0,${length}}`)})`;
}

/** What matches any of these characters at the beginning and at the end of a text, or zeros that fill a FixedString. */
function endsOf({ parts }: Sql): string {
  const letters = parts.flatMap((part) => [...String(typeof part === 'string' ? part : part.value)]);
  const any = ['\0', ...letters].map((letter) => `\\x{${letter.charCodeAt(0).toString(16)}}`).join('');
  return `^[${any}]+|[${any}]+$`;
}

/** Up to so many digits, a decimal may be added up 10^11 times before the 38 digits of its sum are full. */
const SUMMABLE_DIGITS = 27;

function numbers(value: Sql, column: RelationColumn): PlainNumbers | null {
  if (/^U?Int(8|16|32|64)$/.test(bareType(column.type))) return { test: null, exact: sql`toDecimal128(${value}, 0)` };
  const size = decimalSize(column.type);
  if (size && size.digits <= 38) {
    const most = `1e${SUMMABLE_DIGITS - size.scale}`;
    const test = size.digits <= SUMMABLE_DIGITS ? null : sql`abs(toFloat64(${value})) < ${words(most)}`;
    return { test, exact: sql`toDecimal128(${value}, ${words(String(size.scale))})` };
  }
  return column.form === 'text' || column.form === 'float' ? plainTexts(text(value, column)) : null;
}

/** Digits with at most nine decimals; all else is read by the grammar of cells. */
function plainTexts(written: Sql): PlainNumbers {
  const filled = sql`ifNull(${written}, ${bound('')})`;
  const test = sql`match(${filled}, ${bound('^-?[0-9]{1,18}([.][0-9]{1,9})?$')})`;
  return { test, exact: sql`toDecimal128(if(${test}, ${filled}, ${bound('0')}), 9)` };
}
