import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { clickhouseAddress } from '../../src/databases/clickhouse/address.ts';
import { clickhouseConnection } from '../../src/databases/clickhouse/connection.ts';
import { fewRows, selected } from '../../src/databases/clickhouse/select.ts';
import type { Statement } from '../../src/databases/sql.ts';
import type { SourceTable } from '../../src/source/source.ts';
import { itKeepsTheContract } from '../engine/database-contract.ts';
import { opened } from '../engine/databases.ts';
import type { TypedTable } from '../engine/typed-table.ts';
import { as, type Cluster, startCluster } from './clickhouse-cluster.ts';
import { isInstalled, type Server } from './clickhouse-server.ts';
import { columnsOf, valuesOf } from './clickhouse-table.ts';
import { lineTo } from './cut-line.ts';
import { generatedExport, run, tableFor, withoutOrigin } from './loaded-export.ts';

const nothing = async function* () {};
const STARTS_WITHIN = 60_000;
const EXPORTS = process.env.BORDER_STATS_EXPORTS;

describe.skipIf(!isInstalled())('a cluster of two shards', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cluster-'));
  let cluster: Cluster;
  let stored = 0;
  beforeAll(async () => {
    cluster = await startCluster();
  }, STARTS_WITHIN);
  afterAll(async () => {
    await cluster?.stop();
    rmSync(folder, { recursive: true });
  }, STARTS_WITHIN);
  beforeEach(() => Object.assign(process.env, as('reader')));
  afterEach(() => {
    for (const { isRunning, pid } of cluster.shards) expect(isRunning(), `shard ${pid} is still up`).toBe(true);
  });

  async function store(table: TypedTable): Promise<SourceTable> {
    const name = `typed_${stored++}`;
    await cluster.distribute(name, columnsOf(table), 'tuple()');
    for (const [i, shard] of cluster.shards.entries()) {
      const rows = table.rows.filter((_, row) => row % 2 === i);
      if (rows.length > 0)
        await cluster.run(`INSERT INTO ${name}_part VALUES ${valuesOf({ ...table, rows })}`, [shard]);
    }
    return opened(cluster.address(name));
  }

  itKeepsTheContract({ hasRows: false, store });

  it('is asked one SELECT for a question, which each shard answers with its own groups', async () => {
    await cluster.distribute('asked', 'date Date, post String, persons UInt32', 'date');
    await cluster.run(
      "INSERT INTO asked SELECT toDate('2024-01-01') + number % 60, 'Mae Sot', 1 FROM system.numbers LIMIT 5000",
      undefined,
      'insert_distributed_sync=1',
    );
    const { relation } = (await opened(cluster.address('asked'))).files[0] ?? {};
    const asked: string[] = [];
    const { relationalEngine } = await import('../../src/engine/relational.ts');
    const files = [
      {
        name: 'asked',
        path: null,
        bytes: nothing,
        relation: relation && {
          ...relation,
          rows(one: Statement) {
            asked.push(one.text);
            return relation.rows(one);
          },
        },
      },
    ];
    const { records } = await relationalEngine.tally(
      { files, dialect: { delimiter: ',' }, header: ['date', 'post', 'persons'] },
      { keys: [{ column: 0 }], measures: [{ column: 2, nulls: [''], scientific: false }] },
    );
    expect({ records, asked: asked.map((text) => text.replace(/\(.*?\)/g, '').match(/SELECT|GROUP BY/g)) }).toEqual({
      records: 5000,
      asked: [['SELECT', 'GROUP BY']],
    });
  });

  const exports = EXPORTS
    ? [
        {
          path: join(EXPORTS, 'crossings/bts_1996-2025.csv'),
          questions: [
            'trend',
            'trend --every month --by Border',
            'change --by Border',
            'change --by Measure --window 12m',
          ],
        },
        {
          path: join(EXPORTS, 'seizures/unodc_ids_2011-2016.csv'),
          questions: ['seizures --every year --by COUNTRY'],
        },
      ]
    : [
        {
          path: generatedExport(folder),
          questions: ['trend', 'trend --every month --by checkpoint', 'change --by checkpoint'],
        },
        { path: 'fixtures/seizures.csv', questions: ['seizures'] },
      ];

  it.each(exports)('gives the same bytes as the kernel for $path, loaded once', async ({ path, questions }) => {
    Object.assign(process.env, as('writer'));
    const name = `loaded_${stored++}`;
    await tableFor(cluster, name, path);
    const address = cluster.address(name);
    const [, rows = '', sent] =
      (await run(`load ${path} --to ${address} -f csv`)).stdout.split('\n')[1]?.split(',') ?? [];
    expect(sent).toBe(rows);
    expect((await run(`load ${path} --to ${address} -f csv`)).stdout.split('\n')[1]).toMatch(
      new RegExp(`^[^,]*,${rows},0,0,`),
    );
    const parts = await Promise.all(
      cluster.shards.map((shard) => cluster.run(`SELECT count() FROM ${name}_part`, [shard])),
    );
    expect(parts.map(Number).reduce((a, b) => a + b)).toBe(Number(rows));
    if (Number(rows) > 100) expect(Math.min(...parts.map(Number))).toBeGreaterThan(0);
    Object.assign(process.env, as('reader'));
    for (const question of questions) {
      for (const format of ['csv', 'json']) {
        const [command = '', ...options] = question.split(' ');
        const [kernel, answer] = [path, address].map((one) => `${command} ${one} ${options.join(' ')} -f ${format}`);
        const [expected, found] = [await run(kernel ?? ''), await run(answer ?? '')];
        expect([expected.exit, found.exit], `${expected.stderr}${found.stderr}`).toEqual([0, 0]);
        expect(withoutOrigin(found.stdout, address, format), question).toBe(
          withoutOrigin(expected.stdout, path, format),
        );
      }
    }
  });

  it('makes a load whole that was cut in the middle, and sends nothing twice', async () => {
    Object.assign(process.env, as('writer'));
    const path = generatedExport(folder);
    await tableFor(cluster, 'cut', path);
    const load = `load ${path} --to ${cluster.address('cut')} -f csv`;
    const [, rows] = (await run(load)).stdout.split('\n')[1]?.split(',') ?? [];
    const all = 'SELECT count(), uniqExact(tidy_row), sum(value) FROM cut';
    const whole = await cluster.run(all);
    await cluster.run('CREATE TABLE kept ENGINE = Memory AS SELECT * FROM cut_part WHERE tidy_row % 3 > 0');
    await cluster.run('DROP TABLE cut_part');
    await cluster.run('CREATE TABLE cut_part ENGINE = MergeTree ORDER BY (tidy_load, tidy_row) AS SELECT * FROM kept');
    const missing = Number(rows) - Number(await cluster.run('SELECT count() FROM cut'));
    expect(missing).toBeGreaterThan(0);
    const [, , sent] = (await run(load)).stdout.split('\n')[1]?.split(',') ?? [];
    expect(Number(sent)).toBe(missing);
    expect(await cluster.run(all)).toBe(whole);
  });

  it('says which shard does not answer, and gives no part of a figure', async () => {
    const [, second] = cluster.shards;
    await cluster.run(
      'CREATE TABLE IF NOT EXISTS lone (date Date, persons UInt32) ENGINE = MergeTree ORDER BY date',
      cluster.shards,
    );
    await cluster.run('CREATE TABLE both AS lone ENGINE = Distributed(two_shards, default, lone, rand())');
    await cluster.run(
      "INSERT INTO both SELECT toDate('2024-01-01') + number % 60, 1 FROM system.numbers LIMIT 1000",
      undefined,
      'insert_distributed_sync=1',
    );
    Object.assign(process.env, as('lenient'));
    const address = cluster.address('both', '?timeout=5');
    expect((await run(`trend ${address} -f csv`)).exit).toBe(0);
    const stopped = await whileStopped(second, () => run(`trend ${address} -f csv`));
    expect(stopped).toMatchObject({ exit: 3, stdout: '' });
    expect(stopped.stderr).toContain(
      `no answer within 5 s; of the cluster these do not answer: 127.0.0.1:${second.ports.tcp}`,
    );
  });

  it('is asked again where the line breaks before an answer, and not afterwards', async () => {
    const [{ ports }] = cluster.shards;
    Object.assign(process.env, as('writer'));
    await cluster.run(
      'CREATE VIEW slowly AS SELECT date, toUInt32(persons + sleepEachRow(0.003)) AS persons FROM lone',
    );
    const line = await lineTo(ports.http);
    const connection = await clickhouseConnection(
      clickhouseAddress(`clickhouse://127.0.0.1:${line.port}/default/slowly`),
    );
    const cut = setTimeout(line.cut, 500);
    expect(await fewRows(connection, 'SELECT toString(count()) FROM slowly WHERE persons < 10')).not.toEqual([]);
    clearTimeout(cut);
    const answer = async () => {
      let rows = 0;
      const all = 'SELECT toString(number) FROM system.numbers LIMIT 50000000';
      for await (const batch of selected(connection, all)) {
        if (rows === 0) line.cut();
        rows += batch.length;
      }
    };
    await expect(answer()).rejects.toThrow('the connection to');
    await line.remove();
  });

  it('refuses users whose answers may be partial, and tells what is wrong in words', async () => {
    const address = cluster.address('lone');
    const said = async (user: Parameters<typeof as>[0], line: string, more: Record<string, string> = {}) => {
      Object.assign(process.env, as(user), more);
      const { exit, stderr } = await run(line);
      return `${exit} ${stderr.split('\n')[0]}`;
    };
    expect(await said('lenient-reader', `trend ${address}`)).toContain('reads with skip_unavailable_shards = 1');
    expect(await said('reader', `trend ${address}`, { BORDER_STATS_CLICKHOUSE_PASSWORD: 'wrong' })).toContain(
      `3 error: ${address}: the server knows no such user, or the password is wrong (code 193`,
    );
    expect(await said('reader', `trend ${cluster.address('lonely')}`)).toContain(
      'there is no table "lonely" in default; did you mean "lone"?',
    );
    expect(await said('reader', `trend ${address} --by dat`)).toContain(
      'there is no column "dat"; did you mean "date"?',
    );
    expect(await said('reader', `load ${generatedExport(folder)} --to ${address}`)).toContain('the user may only read');
    await cluster.run('CREATE TABLE IF NOT EXISTS wide (date Date, id UInt64) ENGINE = MergeTree ORDER BY date');
    await cluster.run("INSERT INTO wide SELECT '2024-01-01', number FROM system.numbers LIMIT 300000");
    expect(await said('small', `trend ${cluster.address('wide')} --by id --measure records`)).toContain(
      'the server had not enough memory',
    );
    const refused = address.replace('//', '//reader:secret@');
    expect(await said('reader', `trend ${refused}`)).not.toContain('secret');
  });

  it('names the columns that it leaves out', async () => {
    Object.assign(process.env, as('reader'));
    await cluster.run(
      'CREATE TABLE IF NOT EXISTS listed (date Date, persons UInt32, posts Array(String)) ENGINE = Memory',
    );
    await cluster.run("INSERT INTO listed VALUES ('2024-01-01', 5, ['Mae Sai'])");
    const { stdout, stderr } = await run(`trend ${cluster.address('listed')} --every year -f csv`);
    expect(stdout).toContain('2024,5,');
    expect(stderr).toContain('left out, as they hold no single values: posts (Array(String))');
  });

  it('builds a file again from a table, which may have changed without a trace', async () => {
    const project = join(folder, 'border-stats.yaml');
    const output = '{ file: figures.csv, run: trend --every year --measure records, source: lone }';
    writeFileSync(project, `sources: { lone: { files: "${cluster.address('lone')}" } }\noutputs: [${output}]\n`);
    Object.assign(process.env, as('reader'));
    expect((await run(`build ${folder} --write`)).stdout).toContain('figures.csv,new');
    expect((await run(`build ${folder} --write`)).stdout).toContain('figures.csv,same');
    await cluster.run("INSERT INTO lone VALUES ('2024-01-01', 1)");
    expect((await run(`build ${folder} --write`)).stdout).toContain('figures.csv,changed');
    expect(readFileSync(join(folder, 'manifest.json'), 'utf8')).not.toMatch(/reads &|"reader"/);
  });

  it('reads a cluster without a Distributed table, where the user may', async () => {
    Object.assign(process.env, as('writer'));
    const { stdout } = await run(
      `trend ${cluster.address('lone', '?cluster=two_shards')} --measure records --every year -f csv`,
    );
    expect(stdout.split('\n')[1]).toContain(',2024,1001,');
  });

  it('speaks TLS with a server whose authority is named, and with no other', async ({ skip }) => {
    const [{ certificate, ports }] = cluster.shards;
    if (certificate === null) skip('openssl is not installed');
    const line = `trend clickhouses://localhost:${ports.https}/default/lone --measure records --every year -f csv`;
    expect((await run(line)).stderr).toContain('is not trusted');
    process.env.BORDER_STATS_CLICKHOUSE_CA = certificate ?? '';
    expect((await run(line)).exit).toBe(0);
    delete process.env.BORDER_STATS_CLICKHOUSE_CA;
  });

  it('takes credentials from a file that nobody else can read', async () => {
    const path = join(folder, 'credentials.yaml');
    const [{ ports }] = cluster.shards;
    writeFileSync(path, `127.0.0.1:${ports.http}: { user: reader, password: "reads & nothing: else/" }\n`, {
      mode: 0o600,
    });
    delete process.env.BORDER_STATS_CLICKHOUSE_USER;
    delete process.env.BORDER_STATS_CLICKHOUSE_PASSWORD;
    process.env.BORDER_STATS_CREDENTIALS = path;
    const { exit, stdout } = await run(`trend ${cluster.address('lone')} --measure records -f json`);
    expect(exit).toBe(0);
    expect(stdout).not.toMatch(/reads &|nothing: else/);
    delete process.env.BORDER_STATS_CREDENTIALS;
  });
});

describe.skipIf(!isInstalled())('a cluster that loses a shard in the middle of a question', () => {
  it('says which, and gives no part of a figure', async () => {
    const cluster = await startCluster();
    try {
      const [, second] = cluster.shards;
      await cluster.run(
        'CREATE TABLE records (date Date, persons UInt32) ENGINE = MergeTree ORDER BY date',
        cluster.shards,
      );
      await cluster.run("INSERT INTO records SELECT '2024-01-01', 1 FROM system.numbers LIMIT 400", cluster.shards);
      const slowly = 'SELECT date, toUInt32(persons + sleepEachRow(0.005)) AS persons FROM records';
      await cluster.run(`CREATE VIEW slow AS ${slowly}`, cluster.shards);
      await cluster.run('CREATE TABLE all_slow AS slow ENGINE = Distributed(two_shards, default, slow, rand())');
      Object.assign(process.env, as('lenient'));
      const answer = run(`trend ${cluster.address('all_slow', '?timeout=30')} --measure persons --every year -f csv`);
      await pause(3000);
      second.signal('SIGKILL');
      const { exit, stdout, stderr } = await answer;
      expect({ exit, stdout }, stderr).toEqual({ exit: 3, stdout: '' });
      expect(stderr).toContain(`a shard of the cluster was lost, 127.0.0.1:${second.ports.tcp}`);
    } finally {
      await cluster.stop();
    }
  });
});

/** Does something while a server is held still. */
async function whileStopped<T>(server: Server, work: () => Promise<T>): Promise<T> {
  server.signal('SIGSTOP');
  try {
    return await work();
  } finally {
    server.signal('SIGCONT');
  }
}

it.skipIf(isInstalled())('the cluster is not tested: clickhouse-server is not installed');
