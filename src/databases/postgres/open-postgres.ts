import type { OpenFile } from '../../source/file.ts';
import type { Relation, RelationColumn, Rows } from '../../source/relation.ts';
import { openRelation } from '../relation-file.ts';
import { type Statement, sql } from '../sql.ts';
import { serverAddress } from './address.ts';
import { catalogTable } from './catalog.ts';
import { columnForm } from './column-form.ts';
import { SETTINGS, targetOf } from './connect.ts';
import { postgresDialect } from './dialect.ts';
import { Session } from './session.ts';

/** Opens a table or a view of a PostgreSQL server, whose rows have no order of their own. */
export async function openPostgres(path: string): Promise<OpenFile> {
  const address = serverAddress(path, SETTINGS);
  const session = new Session(targetOf(address, process.env));
  const { schema, table, columns } = await catalogTable(session, address);
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
    rows: (asked) => rowsOf(session, asked),
  };
  return openRelation(address.name, 'postgres', relation);
}

async function* rowsOf(session: Session, asked: Statement): Rows {
  yield* session.batches(asked);
}
