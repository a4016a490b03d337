import { didYouMean } from '../../config/nearest.ts';
import { inputError } from '../../errors.ts';
import { note } from '../../note.ts';
import type { OpenFile } from '../../source/file.ts';
import type { RelationColumn } from '../../source/relation.ts';
import { openRelation } from '../relation-file.ts';
import { type Sql, words } from '../sql.ts';
import { type Address, clickhouseAddress, tableName } from './address.ts';
import { columnForm } from './column-form.ts';
import { type Connection, clickhouseConnection } from './connection.ts';
import { clickhouseDialect, quotedName, quotedText } from './dialect.ts';
import { isBookkeeping, LOADED_ORDER } from './loaded-table.ts';
import { fewRows, selected } from './select.ts';

/** Opens a table of a ClickHouse server; its columns are what the server says they are. */
export async function openClickhouse(path: string): Promise<OpenFile> {
  const address = clickhouseAddress(path);
  const connection = await clickhouseConnection(address);
  const { columns: all, others } = await tableColumns(connection);
  const columns = all.filter(({ name }) => !isBookkeeping(name));
  return openRelation(address.name, 'clickhouse', {
    engine: 'clickhouse',
    dialect: clickhouseDialect,
    from: tableOf(address),
    columns,
    row: null,
    isOrdered: false,
    order: words(columns.map(({ name }) => quotedName(name)).join(', ')),
    ...(all.length === columns.length + 2 && LOADED_ORDER),
    notes:
      others.length === 0 ? [] : [note(`${address.name}: left out, as they hold no single values: ${typed(others)}`)],
    rows: ({ text }) => selected(connection, text),
  });
}

/** A table, or all shards of a cluster that hold a table of that name. */
export function tableOf(address: Address): Sql {
  const { database, table, cluster } = address;
  if (cluster === null) return words(tableName(address));
  return words(`cluster(${[cluster, database, table].map(quotedText).join(', ')})`);
}

/** The columns of a table as the server tells them. */
interface TableColumns {
  readonly columns: RelationColumn[];
  /** Those whose values are no single cells. */
  readonly others: { readonly name: string; readonly type: string }[];
}

/** The columns that `SELECT *` gives; an error where there is no such table. */
export async function tableColumns(connection: Connection, hint?: string): Promise<TableColumns> {
  const { database, table } = connection.address;
  const where = `database = ${quotedText(database)} AND table = ${quotedText(table)} AND default_kind IN ('', 'DEFAULT')`;
  const rows = await fewRows(connection, `SELECT name, type FROM system.columns WHERE ${where}`);
  if (rows.length === 0) throw await noTable(connection, hint);
  const found = rows.map(([name = '', type = '']) => ({ name, type, form: columnForm(type) }));
  return {
    columns: found.flatMap(({ form, ...column }) => (form === null ? [] : [{ ...column, form }])),
    others: found.filter(({ form }) => form === null),
  };
}

const typed = (columns: TableColumns['others']): string =>
  columns.map(({ name, type }) => `${name} (${type})`).join(', ');

async function noTable(connection: Connection, hint: string | undefined): Promise<Error> {
  const { name, database, table } = connection.address;
  const names = async (select: string) => (await fewRows(connection, select)).flat();
  const tables = await names(`SELECT name FROM system.tables WHERE database = ${quotedText(database)}`);
  const databases = tables.length > 0 ? [database] : await names('SELECT name FROM system.databases');
  const isThere = databases.includes(database);
  const what = isThere ? `table "${table}" in ${database}` : `database "${database}"`;
  const known = isThere ? tables : databases;
  const near = didYouMean(isThere ? table : database, known);
  const list = known.length > 0 ? `there are: ${known.join(', ')}` : `no table in ${database} can be read by the user`;
  return inputError(`${name}: there is no ${what}${near}`, (isThere && hint) || list);
}
