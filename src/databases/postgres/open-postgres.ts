import type { OpenFile } from '../../source/file.ts';
import type { Relation, RelationColumn, Rows } from '../../source/relation.ts';
import { openRelation } from '../relation-file.ts';
import { type Statement, sql } from '../sql.ts';
import { serverAddress } from './address.ts';
import { catalogTable } from './catalog.ts';
import { columnForm } from './column-form.ts';
import { complaint } from './complaint.ts';
import { SETTINGS, type Target, targetOf } from './connect.ts';
import { postgresDialect } from './dialect.ts';
import { noSuchDatabase } from './no-such-database.ts';
import { sessionOf } from './sessions.ts';

/** Opens a table or a view of a PostgreSQL server, whose rows have no order of their own. */
export async function openPostgres(path: string): Promise<OpenFile> {
  const address = serverAddress(path, SETTINGS);
  const target = targetOf(address, process.env);
  const { schema, table, columns } = await catalogTable(sessionOf(target), address).catch(async (failure) => {
    throw failure.code === '3D000' ? await noSuchDatabase(target, failure) : complaint(target, failure);
  });
  const { identifier } = postgresDialect;
  const relation: Relation = {
    engine: 'postgres',
    dialect: postgresDialect,
    from: sql`${identifier(schema)}.${identifier(table)}`,
    columns: columns.flatMap(({ name, mayRead, ...type }): RelationColumn[] => {
      const form = mayRead ? columnForm(type) : null;
      return form === null ? [] : [{ name, type: type.type, form }];
    }),
    row: null,
    isOrdered: false,
    rows: (asked) => rowsOf(target, asked),
  };
  return openRelation(address.name, 'postgres', relation);
}

async function* rowsOf(target: Target, asked: Statement): Rows {
  try {
    yield* sessionOf(target).batches(asked);
  } catch (failure) {
    throw complaint(target, failure);
  }
}
