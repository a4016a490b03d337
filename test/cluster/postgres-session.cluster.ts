import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogTable } from '../../src/source/postgres/catalog.ts';
import { SETTINGS, targetOf } from '../../src/source/postgres/connect.ts';
import { Session } from '../../src/source/postgres/session.ts';
import { serverAddress } from '../../src/source/server-address.ts';
import { DATABASE, isPostgresInstalled, type PostgresServer, ROLES, startPostgres } from './postgres-server.ts';

describe.skipIf(!isPostgresInstalled())('a session', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
    await server.sql(`create table crossings (port text, n int); create table hidden (n int); create domain d1 as numeric(5,2); create domain d2 as d1;
      create type colour as enum ('a','b'); create table kinds(a d2, b colour, c int[], d jsonb, e citextless);`.replace(', e citextless',''));
    await server.sql(`grant select on crossings, kinds to reader; insert into crossings select 'p' || i % 3, i from generate_series(1, 100000) i`);
  });
  afterAll(() => server.remove());
  const address = (path: string, user = 'reader') => serverAddress(`postgres://${user}@127.0.0.1:${server.port}/${path}`, SETTINGS);
  const session = (path: string, env: Record<string, string> = { PGPASSWORD: ROLES.reader }, user = 'reader') =>
    new Session(targetOf(address(path, user), env));
  it('reads', async () => {
    const s = session(`${DATABASE}/crossings`);
    console.log(await catalogTable(s, address(`${DATABASE}/crossings`)));
    console.log(await catalogTable(s, address(`${DATABASE}/kinds`)));
    console.log(await s.rows({ text: 'select port, sum(n) from crossings group by 1' }));
    let n = 0;
    for await (const b of s.batches('select port::text, n::text from crossings')) n += b.length;
    console.log(n);
    await s.close();
    for (const [p, env, user] of [
      [`${DATABASE}/crossing`],
      [`${DATABASE}/hidden`],
      [`nodb/hidden`],
      [`${DATABASE}/crossings`, { PGPASSWORD: 'x' }],
      [`${DATABASE}/crossings`, { PGPASSFILE: '/nonexistent' }],
      [`${DATABASE}/crossings`, {  PGPASSWORD: 'x' }, 'nobody'],
      [`${DATABASE}/crossings?sslmode=verify-full`],
      [`${DATABASE}/crossings?sslmode=verify-full&sslrootcert=${server.certificate}`],
      [`${DATABASE}/crossings?sslmode=verify-ca&sslrootcert=${server.certificate}`],
      [`${DATABASE}/crossings?sslmode=require`],
      [`${DATABASE}/crossings?sslmode=disable`],
    ] as const) {
      const s = session(p, env as never, user);
      try {
        const t = await catalogTable(s, address(p));
        console.log(p, t.table, await s.rows({ text: 'select ssl::text, version from pg_stat_ssl where pid = pg_backend_pid()' }));
        console.log(await s.rows({ text: `select count(*) from ${t.table}` }));
      } catch (e) {
        console.log(p, (e as Error).message, (e as { hint: string }).hint);
      }
      await s.close();
    }
  });
});
