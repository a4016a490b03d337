import { inputError } from '../../errors.ts';
import { counted } from '../../note.ts';
import { type Address, tableName } from './address.ts';
import { type Connection, clickhouseConnection } from './connection.ts';
import { quotedName, quotedText } from './dialect.ts';
import { writingSettings } from './exact-settings.ts';
import { checkTable, createStatement, LOAD_COLUMN } from './loaded-table.ts';
import { tableColumns } from './open-clickhouse.ts';
import { failureOf, fewRows } from './select.ts';
import { noneUnderWay, rowsPerBatch, sendRows } from './send-rows.ts';
import { type TidyRows, tidyContent } from './tidy-content.ts';

/** What became of a tidy table that was loaded. */
export interface Loaded {
  /** The hash of its content. */
  readonly load: string;
  readonly rows: number;
  /** How many of them were not there before. */
  readonly sent: number;
  /** How many groups of its dimensions and periods have rows of another load, too. */
  readonly shared: number;
}

/**
 * Puts the rows of a tidy table into a table of a server, where they are not there yet.
 *
 * A load is known by the hash of its content, each row by its number in it: so a load that was cut is made whole by the
 * same command, and one that is whole is left as it is.
 */
export async function loadTidy(address: Address, tidy: TidyRows, create: boolean): Promise<Loaded> {
  const { load, rows, widest, periods } = await tidyContent(tidy);
  const opened = await clickhouseConnection(address);
  const connection = { ...opened, settings: { ...opened.settings, ...writingSettings(address.name, opened.current) } };
  const statement = createStatement(address, tidy.columns, widest);
  if (create) await made(connection, statement);
  const { columns } = await tableColumns(connection, `load --create makes it: ${statement}`);
  checkTable(address, columns, tidy.columns, widest);
  const sent = await sendMissing(connection, tidy, load, rows);
  return { load, rows, sent, shared: await sharedGroups(connection, tidy.columns, periods) };
}

async function sendMissing(connection: Connection, tidy: TidyRows, load: string, rows: number): Promise<number> {
  await noneUnderWay(connection, load);
  if ((await rowsThere(connection, load)) === rows) return 0;
  const sent = await sendRows(connection, tidy, load);
  const there = await rowsThere(connection, load);
  if (there === rows) return sent;
  const what = `${connection.address.name}: holds ${counted(there, 'row')} of ${rows}`;
  throw inputError(what, 'load it again: what is missing is sent');
}

async function rowsThere(connection: Connection, load: string): Promise<number> {
  return [...(await rowsPerBatch(connection, load)).values()].reduce((sum, count) => sum + count, 0);
}

async function made(connection: Connection, statement: string): Promise<void> {
  try {
    await connection.client.command({ query: statement, clickhouse_settings: {} });
  } catch (error) {
    throw await failureOf(connection, error);
  }
}

/** What is told by a row and not what it is told of. */
const TOLD = ['value', 'flag', 'profile'];

/** How many periods of series have rows of more than one load: there figures may count twice. */
async function sharedGroups(
  connection: Connection,
  columns: readonly string[],
  [first, last]: readonly [string, string],
): Promise<number> {
  const by = columns.filter((name) => !TOLD.includes(name)).map(quotedName);
  const where = `period >= ${quotedText(first)} AND period <= ${quotedText(last)}`;
  const groups = `SELECT 1 FROM ${tableName(connection.address)} WHERE ${where} GROUP BY ${by.join(', ')} HAVING uniqExact(${LOAD_COLUMN}) > 1`;
  return Number((await fewRows(connection, `SELECT toString(count()) FROM (${groups})`))[0]?.[0] ?? 0);
}
