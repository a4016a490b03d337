import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { endSessions } from '../../src/databases/postgres/sessions.ts';
import { relationalEngine } from '../../src/engine/relational.ts';
import { opened } from '../engine/databases.ts';
import { type Run, run } from '../run.ts';
import { type Line, lineTo } from './cut-line.ts';
import { isPostgresInstalled, type PostgresServer, ROLES, startPostgres } from './postgres-server.ts';

const TABLES = `
  create table crossings (month date, port text, persons int);
  insert into crossings select date '2023-01-01' + (i % 24) * interval '1 month', (array['Mae Sot', 'Mae Sai'])[i % 2 + 1], i
    from generate_series(1, 480) i;
  create view slow as select * from crossings where pg_sleep(0.002) is not null;
  create table hidden (month date, persons int);
  create table partly (month date, persons int, name text);
  create table guarded (month date, persons int);
  insert into guarded select month, persons from crossings;
  alter table guarded enable row level security;
  create policy half on guarded using (persons % 2 = 0);
  create schema trade;
  create table trade."by month" (month date, persons int);
  insert into trade."by month" select month, persons from crossings;
  grant usage on schema trade to reader;
  grant select on crossings, slow, guarded, trade."by month" to reader;
  grant select (month, persons) on partly to reader;
  insert into partly select month, persons, 'x' from crossings`;

const YEARS = ['2023,56520', '2024,58920'];

describe.skipIf(!isPostgresInstalled())('a table of a PostgreSQL server', { timeout: 60_000 }, () => {
  let server: PostgresServer;
  let line: Line;

  beforeAll(async () => {
    server = await startPostgres();
    await server.sql(TABLES);
    line = await lineTo(server.port);
  });

  afterEach(endSessions);

  afterAll(async () => {
    await line.remove();
    await server.remove();
  });

  const years = (address: string): Promise<Run> => run(`border-stats trend ${address} --every year`);
  const levels = ({ out }: Run): string[] =>
    out
      .split('\n')
      .slice(1, -1)
      .map((row) => row.split(',').slice(2, 4).join());
  const told = async (answer: Run | Promise<Run>) => {
    const { out, err, exit } = await answer;
    expect({ out, exit }, err).toEqual({ out: '', exit: 3 });
    expect(err).not.toMatch(/\n\s+at |this is a bug/i);
    return err.replaceAll(String(server.port), 'PORT').replaceAll(server.certificate, 'CERTIFICATE');
  };
  const own = (path: string, user = 'reader') => `postgres://${user}@127.0.0.1:${server.port}/${path}`;

  it('is read by its name, with or without its schema', async () => {
    for (const table of ['crossings', 'public.crossings', 'public/crossings', 'slow', 'trade.by%20month']) {
      expect(levels(await years(server.address(table))), table).toEqual(YEARS);
    }
  });

  it('is refused in words that say what to do', async () => {
    expect(await told(years(server.address('crossing')))).toBe(
      'error: postgres://reader@127.0.0.1:PORT/records/crossing: there is no table "crossing" in the database "records"; did you mean "crossings"?\n' +
        'hint: the tables are: crossings, guarded, hidden, partly, slow, trade.by month\n',
    );
    expect(await told(years(own('record/crossings')))).toBe(
      'error: postgres://reader@127.0.0.1:PORT/record/crossings: there is no database "record"; did you mean "records"?\n' +
        'hint: the databases are: postgres, records\n',
    );
    expect(await told(years(server.address('hidden')))).toBe(
      'error: postgres://reader@127.0.0.1:PORT/records/hidden: "reader" may not read it\n' +
        'hint: have its owner grant it: GRANT SELECT ON … TO reader\n',
    );
    const { err, exit } = await run(`border-stats trend ${server.address('crossings')} --by prot`);
    expect({ err, exit }).toEqual({
      err: `error: ${server.address('crossings')}: there is no column "prot"; did you mean "port"?\nhint: the columns are: month, port, persons\n`,
      exit: 2,
    });
  });

  it('asks for the password that the environment or a file gives, and never shows it', async () => {
    expect(await told(years(own('records/crossings', 'stranger')))).toMatch(
      /the server refuses the user or the password \(password authentication failed for user "stranger"\)\nhint: .*PGPASSWORD/,
    );
    const password = process.env.PGPASSWORD;
    try {
      delete process.env.PGPASSWORD;
      process.env.PGPASSFILE = '/nonexistent/pgpass';
      expect(await told(years(server.address('crossings')))).toMatch(/the server asks for a password of "reader"/);
    } finally {
      process.env.PGPASSWORD = password;
      delete process.env.PGPASSFILE;
    }
    const { out, err } = await run(`border-stats trend ${server.address('crossings')} --every year -f json --ids`);
    expect(JSON.parse(out).provenance.sources[0].sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(out + err).not.toContain(ROLES.reader);
  });

  it('is read over TLS as the address says', async () => {
    const asked = (settings: string) => years(server.address('crossings', settings));
    for (const mode of ['disable', 'prefer', 'require', `verify-ca&sslrootcert=${server.certificate}`]) {
      expect(levels(await asked(`?sslmode=${mode}`)), mode).toEqual(YEARS);
    }
    expect(await told(asked('?sslmode=verify-full'))).toMatch(
      /is not trusted \(self-signed certificate\)\nhint: .*sslrootcert/,
    );
    expect(await told(asked(`?sslmode=verify-full&sslrootcert=${server.certificate}`))).toMatch(/altnames/);
    const named = `postgres://reader@localhost:${server.port}/records/crossings`;
    expect(levels(await years(`${named}?sslmode=verify-full&sslrootcert=${server.certificate}`))).toEqual(YEARS);
  });

  it('says what is left out, and where it is shown in part', async () => {
    expect((await years(server.address('partly'))).err).toContain('left out, as "reader" may not read them: name');
    const guarded = await years(server.address('guarded'));
    expect(guarded.err).toContain('the server shows "reader" only the rows that its policies allow');
    expect(levels(guarded)).not.toEqual(YEARS);
  });

  it('tells what cannot be read without places, which rows have not', async () => {
    await server.sql(
      `create table misread as select month, case when persons > 478 then 'x' else persons::text end as n from crossings`,
    );
    await server.sql('grant select on misread to reader');
    const address = server.address('misread');
    expect((await years(address)).err).toContain(
      `warning: 2 cells left out: not a number, first at ${address} column n: "x"\n`,
    );
  });

  it('is read as it stood when it was opened', async () => {
    const source = await opened(server.address('crossings'));
    await server.sql(`insert into crossings values ('2024-05-01', 'Mae Sot', 1000000)`);
    const { records } = await relationalEngine.tally(source, { keys: [], measures: [] });
    await server.sql('delete from crossings where persons = 1000000');
    expect(records).toBe(480);
  });

  /** Does something to the connection of the reader while its question is being answered. */
  async function during(work: Promise<Run>, does: string): Promise<Run> {
    const asking = `usename = 'reader' and state = 'active' and query like '%GROUP BY%'`;
    for (let tries = 0; tries < 500; tries++) {
      const found = await server.sql(`select ${does}(pid) from pg_stat_activity where ${asking}`);
      if (found.length > 0) return work;
      await pause(10);
    }
    throw new Error('the question was never asked');
  }

  it('gives no figure where its query is ended', async () => {
    const ended = during(years(server.address('slow')), 'pg_terminate_backend');
    expect(await told(ended)).toMatch(/slow: the server ended the connection \(terminating connection/);
    const cancelled = during(years(server.address('slow')), 'pg_cancel_backend');
    expect(await told(cancelled)).toMatch(
      /slow: the query was stopped on the server \(canceling statement due to user/,
    );
  });

  it('gives no figure where its query takes too long', async () => {
    await server.sql('create view slower as select * from crossings where pg_sleep(0.01) is not null');
    await server.sql('grant select on slower to reader');
    expect(await told(years(server.address('slower', '?timeout=1')))).toMatch(
      /stopped on the server \(canceling statement due to statement timeout\)\nhint: .*\?timeout=SECONDS/,
    );
  });

  it('is asked again where the line breaks before an answer, and not afterwards', async () => {
    const address = `postgres://reader@127.0.0.1:${line.port}/records/crossings`;
    const question = { keys: [{ column: 1 }], measures: [] };
    const source = await opened(address);
    line.cut();
    expect((await relationalEngine.tally(source, question)).records).toBe(480);
    line.cut();
    await expect(relationalEngine.tally(source, question)).rejects.toThrow('crossings: the connection was lost');
    expect((await relationalEngine.tally(await opened(address), question)).records).toBe(480);
  });

  it('is not asked again where it has changed in between', async () => {
    const source = await opened(`postgres://reader@127.0.0.1:${line.port}/records/crossings`);
    await server.sql(`update crossings set port = 'A' where persons = 1`);
    line.cut();
    const answer = relationalEngine.tally(source, { keys: [], measures: [] });
    await expect(answer).rejects.toThrow('the database changed while it was read');
    await server.sql(`update crossings set port = 'Mae Sai' where persons = 1`);
  });

  it('is asked again at every build, which says what is another', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'project-'));
    const project = `outputs:\n  - file: years.csv\n    run: trend ${server.address('crossings')} --every year\n`;
    writeFileSync(join(folder, 'border-stats.yaml'), project);
    const statuses = async (words: string) => {
      await endSessions();
      const { out, exit } = await run(`border-stats build ${folder}${words}`);
      return [exit, ...new Set(out.match(/^years\.csv,[a-z]+/gm))];
    };
    expect(await statuses('')).toEqual([0, 'years.csv,new']);
    expect(await statuses(' --check')).toEqual([0, 'years.csv,same']);
    await server.sql("insert into crossings values (date '2024-03-01', 'Mae Sot', 1000)");
    expect(await statuses(' --check')).toEqual([1, 'years.csv,changed']);
    await server.sql('delete from crossings where persons = 1000');
    expect(readFileSync(join(folder, 'manifest.json'), 'utf8')).not.toContain(ROLES.reader);
    rmSync(folder, { recursive: true });
  });

  it('is what claims are held against, wherever they lie', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'claims-'));
    const claim = `{sentence: Crossings rose by 4.2 % in 2024., source: '${server.address('crossings', '?timeout=60')}', measure: persons}`;
    writeFileSync(join(folder, 'claims.yaml'), `claims: [${claim}]\n`);
    const { out, exit } = await run(`border-stats verify ${folder}/claims.yaml -f json`);
    expect({ exit, verdict: JSON.parse(out).rows[0].verdict }).toEqual({ exit: 0, verdict: 'supported' });
    rmSync(folder, { recursive: true });
  });

  it('is waited for while the server starts, but not for ever', async () => {
    await server.stop();
    const began = performance.now();
    expect(await told(years(server.address('crossings')))).toMatch(/nobody listens there \(ECONNREFUSED\)/);
    expect(performance.now() - began).toBeLessThan(10_000);
    const answer = years(server.address('crossings'));
    await server.start();
    expect(levels(await answer)).toEqual(YEARS);
  });
});
