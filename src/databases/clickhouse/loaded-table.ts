import { didYouMean } from '../../config/nearest.ts';
import { inputError } from '../../errors.ts';
import type { RelationColumn } from '../../source/relation.ts';
import { words } from '../sql.ts';
import { type Address, tableName } from './address.ts';
import { decimalSize } from './column-form.ts';
import { quotedName } from './dialect.ts';

/** The columns that say which load a row came with, and which row of it it is; they are no part of the tidy table. */
export const LOAD_COLUMN = 'tidy_load';
export const ROW_COLUMN = 'tidy_row';
const VALUE_COLUMN = 'value';

export const isBookkeeping = (name: string): boolean => name === LOAD_COLUMN || name === ROW_COLUMN;

/** The rows of loads are in the order in which they were sent, by which their table is sorted. */
export const LOADED_ORDER = {
  order: words(`${LOAD_COLUMN}, ${ROW_COLUMN}`),
  isFirst: words(`${ROW_COLUMN} <= 200`),
};

/** The values of a tidy table with the most digits before and behind the point. */
export interface Widest {
  readonly whole: string;
  readonly decimals: string;
}

const parts = (text: string): readonly string[] => text.replace('-', '').split('.');
export const wholeDigits = (text: string): number => parts(text)[0]?.length ?? 0;
export const decimalDigits = (text: string): number => parts(text)[1]?.length ?? 0;

const [LEAST_SCALE, MOST_DIGITS, WHOLE_DIGITS] = [9, 38, 18];

/** The statement that makes a table for tidy rows: texts as they are, values as decimals, in the order of the loads. */
export function createStatement(address: Address, names: readonly string[], widest: Widest): string {
  const scale = Math.max(LEAST_SCALE, decimalDigits(widest.decimals));
  const type = `Nullable(Decimal(${Math.min(MOST_DIGITS, WHOLE_DIGITS + scale)}, ${scale}))`;
  const columns = names.map((name) => `${quotedName(name)} ${name === VALUE_COLUMN ? type : 'String'}`);
  const all = [...columns, `${LOAD_COLUMN} String`, `${ROW_COLUMN} UInt64`].join(', ');
  const order = `ENGINE = MergeTree ORDER BY (${LOAD_COLUMN}, ${ROW_COLUMN})`;
  return `CREATE TABLE IF NOT EXISTS ${tableName(address)} (${all}) ${order}`;
}

/** Refuses a table that cannot hold all of the rows, before any is sent. */
export function checkTable(
  { name }: Address,
  there: readonly RelationColumn[],
  names: readonly string[],
  widest: Widest,
): void {
  const has = there.map((column) => column.name);
  const missing = [...names, LOAD_COLUMN, ROW_COLUMN].find((column) => !has.includes(column));
  if (missing !== undefined) {
    throw inputError(`${name}: has no column "${missing}"${didYouMean(missing, has)}`, SCHEMA);
  }
  const extra = has.find((column) => !names.includes(column) && !isBookkeeping(column));
  if (extra !== undefined) throw inputError(`${name}: has a column "${extra}" that the rows have not`, SCHEMA);
  const other = there.find(
    ({ name: column, form }) => names.includes(column) && column !== VALUE_COLUMN && form !== 'text',
  );
  if (other) throw inputError(`${name}: the column "${other.name}" is ${other.type} and not String`, SCHEMA);
  checkValues(name, there.find((column) => column.name === VALUE_COLUMN)?.type ?? '', widest);
}

const SCHEMA =
  'load --create makes a table of its own; another must have the columns of the tidy table, tidy_load and tidy_row';

function checkValues(name: string, type: string, { whole, decimals }: Widest): void {
  const size = decimalSize(type);
  if (!size || !type.startsWith('Nullable(')) {
    throw inputError(
      `${name}: the column "value" is ${type}`,
      'it must be Nullable(Decimal(27, 9)), or of other sizes',
    );
  }
  const long =
    decimalDigits(decimals) > size.scale ? decimals : wholeDigits(whole) > size.digits - size.scale ? whole : null;
  if (long !== null) {
    throw inputError(
      `${name}: ${long} does not fit the column "value", which is ${type}`,
      'make the table anew with more digits',
    );
  }
}
