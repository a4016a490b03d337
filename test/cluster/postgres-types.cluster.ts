import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { endSessions } from '../../src/databases/postgres/sessions.ts';
import { relationalEngine } from '../../src/engine/relational.ts';
import { DEFAULT_NULLS } from '../../src/source/profile.ts';
import { sourceRecords } from '../../src/source/source-records.ts';
import { opened, rowsOf } from '../engine/databases.ts';
import { sameAnswers } from '../engine/same-answers.ts';
import type { Type } from '../engine/typed-table.ts';
import { exportPath, FOLDER } from '../exports/exports.ts';
import { run } from '../run.ts';
import { isPostgresInstalled, type PostgresServer, startPostgres } from './postgres-server.ts';

/** A type with values as SQL writes them, and the cells that they are to be. */
const VALUES: readonly (readonly [type: string, values: Readonly<Record<string, string>>])[] = [
  ['text', { "'Mae Sot'": 'Mae Sot', "E'a\\nb'": 'a\nb' }],
  ['text COLLATE careless', { "'Mae Sot'": 'Mae Sot', "'mae sot'": 'mae sot' }],
  ['varchar(20)', { "'a '": 'a ', "''": '' }],
  ['char(5)', { "'ab'": 'ab', "'-7'": '-7' }],
  ['citext', { "'Mae'": 'Mae', "'MAE'": 'MAE' }],
  ['name', { "'pg'": 'pg' }],
  ['colour', { "'red'": 'red', "'dark blue'": 'dark blue' }],
  ['smallint', { '-32768': '-32768' }],
  ['integer', { '2147483647': '2147483647' }],
  ['bigint', { '9223372036854775807': '9223372036854775807' }],
  ['oid', { '4294967295': '4294967295' }],
  [
    'numeric',
    { '1.50': '1.50', '1.5': '1.5', "'NaN'": 'NaN', "'-Infinity'": '-Infinity', '1e40': `1${'0'.repeat(40)}` },
  ],
  ['numeric(9, 2)', { '1234567.891': '1234567.89', '-0.001': '0.00' }],
  ['amount', { '12.5': '12.50' }],
  ['money', { "'$1,234.50'": '1234.50' }],
  ['real', { '0.1': '0.1', '1e-10': '0.0000000001', "'Infinity'": 'Infinity' }],
  ['double precision', { '0.1': '0.1', '-0.0': '0', '1e22': `1${'0'.repeat(22)}`, "'NaN'": 'NaN' }],
  ['boolean', { true: 'true', false: 'false' }],
  ['date', { "'2024-02-29'": '2024-02-29', "'0044-03-15 BC'": '0044-03-15 BC', "'infinity'": 'infinity' }],
  ['timestamp', { "'2024-02-29 10:00:00.25'": '2024-02-29 10:00:00.25' }],
  ['timestamptz', { "'2024-02-29 23:30:00-03'": '2024-03-01 02:30:00+00:00' }],
  ['time', { "'10:00'": '10:00:00' }],
  ['interval', { "'1 day 2 hours'": 'P1DT2H' }],
  ['uuid', { "'A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11'": 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11' }],
  ['inet', { "'10.0.0.1/8'": '10.0.0.1/8' }],
  ['bit(3)', { "B'101'": '101' }],
];

const TEXTS = { text: 'text' } as Readonly<Record<Type, string>>;

const MADE = `
  create extension citext;
  create collation careless (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
  create type colour as enum ('red', 'dark blue');
  create domain positive as numeric(9, 2) check (value > 0);
  create domain amount as positive;
  create table odd (id int, details jsonb, tags text[], shape point, span int4range, raw bytea);
  grant select on odd to reader`;

describe.skipIf(!isPostgresInstalled())('PostgreSQL', { timeout: 120_000 }, () => {
  let server: PostgresServer;
  let made = 0;

  beforeAll(async () => {
    server = await startPostgres();
    await server.sql(MADE);
  });

  afterEach(endSessions);

  afterAll(async () => {
    await server.remove();
  });

  it.for(VALUES)('gives values of the type %s as cells, and adds them up by the same', async ([type, values]) => {
    const name = `values_${made++}`;
    const cells = Object.entries(values);
    const rows = [...cells.map(([value], i) => `(${i}, ${value})`), `(${cells.length}, null)`];
    const written = [...rows, ...rows.slice(0, -1)].join();
    await server.sql(
      `create table ${name} (at int, value ${type}); insert into ${name} values ${written}; grant select on ${name} to reader`,
    );
    const source = await opened(server.address(name));
    const found = new Map<string, string>();
    for await (const batch of sourceRecords(source))
      for (const {
        fields: [at = '', cell = ''],
      } of batch)
        found.set(at, cell);
    expect([...found].sort(([a], [b]) => Number(a) - Number(b)).map(([, cell]) => cell)).toEqual([
      ...cells.map(([, cell]) => cell),
      '',
    ]);
    const measures = [{ column: 1, nulls: DEFAULT_NULLS, scientific: false }];
    for (const keys of [[], [{ column: 1 }], [{ column: 1, length: 4 }]])
      await sameAnswers(source, { keys, measures }, false, type);
  });

  it('leaves out what is no single value, and says so', async () => {
    const source = await opened(server.address('odd'));
    expect(source.header).toEqual(['id']);
    expect(source.notes.map(({ text }) => text)).toEqual([
      `${server.address('odd')}: left out, as they hold no single values: details (jsonb), tags (text[]), shape (point), span (int4range), raw (bytea)`,
    ]);
  });

  it.for(['WIN874', 'LATIN1', 'SQL_ASCII'])('reads texts that are stored as %s', async (encoding) => {
    const database = encoding.toLowerCase();
    const text = encoding === 'LATIN1' ? 'Été' : 'แม่สอด';
    const columns = ['port', 'count'].map((name) => ({ name, type: 'text' as const }));
    const rows = [
      [text, '5'],
      [text, '1,234'],
      [encoding === 'SQL_ASCII' ? '' : '\u00a0', ''],
      [' \t', null],
      [null, null],
      ['a', 'x'],
    ];
    await server.sql(`create database ${database} encoding '${encoding}' locale 'C' template template0`);
    await server.sql(
      `create table posts as ${rowsOf({ columns, rows }, TEXTS)}; grant select on posts to reader`,
      database,
    );
    const source = await opened(server.address('posts').replace('/records/', `/${database}/`));
    const question = { keys: [{ column: 0 }], measures: [{ column: 1, nulls: [''], scientific: false }] };
    await sameAnswers(source, question, false, encoding);
    const { tallies } = await relationalEngine.tally(source, question);
    expect([...tallies].map(({ key, records }) => [...key, records])).toEqual([
      ['a', 1],
      [text, 2],
    ]);
  });

  it.skipIf(FOLDER === undefined)('gives the figures of a real export as its file does, to the byte', async () => {
    const path = exportPath('crossings/bts_1996-2025.csv');
    const csv = readFileSync(path, 'utf8');
    const names = csv.slice(0, csv.indexOf('\n')).trim().split(',');
    const columns = names.map((name) => `"${name}" ${name === 'Value' ? 'int' : 'text'}`);
    await server.sql(`create table bts (${columns.join()}); grant select on bts to reader`);
    server.copy('bts', csv);
    for (const asked of [
      'trend FILE --every year',
      'trend FILE --every month --by Border',
      'change FILE --window 12m --by Border',
    ]) {
      const [file, table] = [
        await run(`border-stats ${asked.replace('FILE', path)}`),
        await run(`border-stats ${asked.replace('FILE', server.address('bts'))}`),
      ];
      expect(file.exit).toBe(0);
      expect(table, asked).toEqual(file);
    }
  });
});
