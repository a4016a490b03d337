import type { OpenFile } from '../../source/file.ts';
import type { Amount, Rows } from '../../source/relation.ts';
import { openRelation } from '../relation-file.ts';
import { type Statement, sql } from '../sql.ts';
import { serverAddress } from './address.ts';
import { catalogTable } from './catalog.ts';
import { complaint } from './complaint.ts';
import { SETTINGS, type Target, targetOf } from './connect.ts';
import { dialectFor } from './dialect.ts';
import { noSuchDatabase } from './no-such-database.ts';
import { readableColumns } from './readable-columns.ts';
import type { Session } from './session.ts';
import { sessionOf } from './sessions.ts';

/** Opens a table or a view of a PostgreSQL server, whose rows have no order of their own. */
export async function openPostgres(path: string): Promise<OpenFile> {
  const address = serverAddress(path, SETTINGS);
  const target = await targetOf(address, process.env);
  const session = sessionOf(target);
  const table = await catalogTable(session, address).catch(async (failure) => {
    throw failure.code === '3D000' ? await noSuchDatabase(target, failure) : complaint(target, failure);
  });
  const { columns, notes } = readableColumns(target, table);
  const dialect = dialectFor(table.encoding);
  const { identifier } = dialect;
  return openRelation(address.name, 'postgres', {
    engine: 'postgres',
    dialect,
    from: sql`${identifier(table.schema)}.${identifier(table.table)}`,
    columns,
    row: null,
    isOrdered: false,
    notes,
    rows: (asked, amount) => rowsOf(session, asked, amount, target),
  });
}

async function* rowsOf(session: Session, asked: Statement, amount: Amount | undefined, target: Target): Rows {
  try {
    if (amount === 'every row') yield* session.batches(asked);
    else yield await (amount === 'first rows' ? session.look(asked) : session.rows(asked));
  } catch (failure) {
    throw complaint(target, failure);
  }
}
