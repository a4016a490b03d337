import { afterAll, beforeAll, describe } from 'vitest';
import { endSessions } from '../../src/databases/postgres/sessions.ts';
import { itKeepsTheContract } from '../engine/database-contract.ts';
import { opened, rowsOf } from '../engine/databases.ts';
import type { Type } from '../engine/typed-table.ts';
import { isPostgresInstalled, type PostgresServer, startPostgres } from './postgres-server.ts';

const TYPES: Readonly<Record<Type, string>> = {
  text: 'text',
  whole: 'bigint',
  decimal: 'numeric(12, 3)',
  double: 'double precision',
  date: 'date',
  time: 'timestamp',
  instant: 'timestamptz',
  boolean: 'boolean',
};

describe.skipIf(!isPostgresInstalled())('postgres', () => {
  let server: PostgresServer;
  let stored = 0;

  beforeAll(async () => {
    server = await startPostgres();
  });

  afterAll(async () => {
    await endSessions();
    await server.remove();
  });

  itKeepsTheContract({
    hasRows: false,
    async store(table) {
      const name = `stored_${stored++}`;
      await server.sql(`create table ${name} as ${rowsOf(table, TYPES)}; grant select on ${name} to reader`);
      await endSessions();
      return opened(server.address(name));
    },
  });
});
