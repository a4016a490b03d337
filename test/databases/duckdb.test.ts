import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../run.ts';

const folder = mkdtempSync(join(tmpdir(), 'duckdb-'));
const at = (name: string): string => join(folder, name);

/** Has DuckDB write what is then read. */
async function written(...statements: readonly string[]): Promise<void> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  for (const statement of statements) await connection.run(statement);
  connection.closeSync();
}

const POSTS = "SELECT * FROM read_csv('fixtures/bts.csv', all_varchar = true)";

beforeAll(async () => {
  await written(
    `ATTACH '${at('border.duckdb')}' AS file`,
    `CREATE TABLE file.crossings AS ${POSTS}`,
    'CREATE TABLE file.letters (post VARCHAR COLLATE NOCASE, month VARCHAR, persons DECIMAL(38, 2))',
    "INSERT INTO file.letters VALUES ('a', '2024-01', 7), ('B', '2024-01', 1), ('b', '2024-01', 2), ('B', '2024-02', 4)",
    "DELETE FROM file.letters WHERE post = 'a'",
    'CREATE SCHEMA file.old',
    `CREATE TABLE file.old.crossings AS ${POSTS}`,
    'CREATE VIEW file.trucks AS SELECT * FROM crossings',
    'DETACH file',
    `ATTACH '${at('one.duckdb')}' AS file`,
    `CREATE TABLE file.crossings AS ${POSTS}`,
    `COPY (${POSTS}) TO '${at('posts.ndjson.gz')}'`,
    `COPY (${POSTS}) TO '${at('a[1].parquet')}'`,
  );
  writeFileSync(at('text.parquet'), 'month,persons\n2024-01,5\n2024-02,6\n');
  writeFileSync(at('cut.parquet'), 'PAR1 and no more');
  writeFileSync(at('cut.json'), '[{"a": 1}, {"a":');
  writeFileSync(at('numbers.json'), '[1, 2]');
  writeFileSync(at('none.json'), '[]');
  writeFileSync(at('envelope.json'), '{"data": [{"a": 1}]}');
  writeFileSync(at('twins.json'), '{"post": 1}\n{"Post": 2}\n');
  writeFileSync(at('unnamed.json'), '[{"month": "2024-01", "": 1}]');
  writeFileSync(at('again.json'), '[{"month": "2024-01", "n": 1}, {"month": "2024-02", "n": 1, "n": 2}]');
  writeFileSync(at('long-again.json'), '[{"month": "2024-01", "n": 98765432109876.54, "n": 2}]');
  writeFileSync(at('no.duckdb'), 'not a database');
  mkdirSync(at('unlike'));
  await written(
    `COPY (SELECT 1::BIGINT AS persons, '2024-01' AS month) TO '${at('unlike/a.parquet')}'`,
    `COPY (SELECT 1.5::DOUBLE AS persons, '2024-02' AS month) TO '${at('unlike/b.parquet')}'`,
  );
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a source that DuckDB reads', () => {
  const asked = '--every month --by Border -f csv -q';

  it.each([
    ['a table of a file', 'border.duckdb/crossings'],
    ['a table of another schema', 'border.duckdb/old.crossings'],
    ['a view', 'border.duckdb/trucks'],
    ['the only table of a file', 'one.duckdb'],
    ['packed JSON', 'posts.ndjson.gz'],
    ['a Parquet file with the name of a pattern', 'a[1].parquet'],
  ])('gives the figures of the same records as text: %s', async (_, name) => {
    const text = await run(`border-stats trend fixtures/bts.csv ${asked}`);
    expect(await run(`border-stats trend '${at(name)}' ${asked}`)).toEqual(text);
    expect(await run(`border-stats trend '${at(name)}' ${asked} --engine reference`)).toEqual(text);
  });

  it('tells texts apart that a collation takes for equal, and names rows by their numbers', async () => {
    const { out } = await run(
      `border-stats trend '${at('border.duckdb/letters')}' --by post --every month --stat sum -f csv -q`,
    );
    expect(out).toContain('\nB,persons,persons,2024-01,1,');
    expect(out).toContain('\nb,persons,persons,2024-01,2,');
  });

  it('names a table by --sheet, too', async () => {
    const { exit } = await run(`border-stats trend '${at('border.duckdb')}' --sheet crossings ${asked}`);
    expect(exit).toBe(0);
  });

  it('takes a file for what it is, whatever it is called', async () => {
    const { out } = await run(`border-stats trend '${at('text.parquet')}' -f csv -q`);
    expect(out).toContain('persons,persons,2024-02,6,');
  });
});

it.each([
  ['cut.parquet', 3, 'is no whole Parquet file', 'check that the export has finished, or copy it again'],
  ['nowhere/**/*.parquet', 3, 'no file has such a name', 'check the path'],
  ['unlike/**/*.parquet', 3, 'the files are no one table: column persons is', 'name those that are alike'],
  [
    'cut.json',
    3,
    'is no JSON at byte 6 in record/value 3: unexpected end of data',
    'check that the export has finished',
  ],
  ['numbers.json', 3, 'record 1 is no object but UBIGINT', 'give a list of objects, or one object on each line'],
  ['none.json', 3, 'holds no record', 'give a list of objects'],
  ['envelope.json', 3, 'the records are in a list under "data"', 'take it out: jq .data'],
  ['unnamed.json', 3, 'holds values without a name: the key ""', 'give each a name'],
  ['again.json', 3, 'record 2 has one key twice: {"month": "2024-02", "n": 1, "n": 2}', 'rename one of the two'],
  ['long-again.json', 3, 'record 1 has one key twice', 'rename one of the two'],
  ['twins.json', 3, '"Post" is also written in other letters', 'rename one of the two'],
  ['no.duckdb', 3, 'is no file of DuckDB', 'check its name'],
  ['nowhere.duckdb', 3, 'there is no such file', 'check the path'],
  ['border.duckdb', 2, 'holds 4 tables: crossings, letters, trucks, old.crossings', 'name one: '],
  ['border.duckdb/crossing', 2, 'holds no table "crossing"; did you mean "crossings"?', 'it holds: crossings, letters'],
])('refuses %s with what to do', async (name, exit, message, hint) => {
  const refused = await run(`border-stats trend '${at(name)}'`);
  expect(refused.err).toContain(message);
  expect(refused.err).toContain(`hint: ${hint}`);
  expect(refused).toMatchObject({ exit, out: '' });
});

it('says what to do where memory does not suffice', async () => {
  const asked = `border-stats trend '${at('large.duckdb')}' --max-memory 50MB`;
  await written(
    `ATTACH '${at('large.duckdb')}' AS file`,
    "CREATE VIEW file.large AS SELECT '2024-01' AS month, length(string_agg(repeat('x', 1000), '')) AS persons FROM range(200000)",
    'DETACH file',
  );
  const refused = await run(asked);
  expect(refused.err).toMatch(/^error: .*large: there is not enough memory for this question\nhint: give it more/);
  expect(refused.exit).toBe(3);
});

it('keeps apart what a column has in different words, though DuckDB takes them for equal', async () => {
  await written(
    `ATTACH '${at('lengths.duckdb')}' AS file`,
    "CREATE TABLE file.lengths AS SELECT '2024-01' AS month, INTERVAL 30 DAY AS stay, 1 AS n UNION ALL SELECT '2024-01', INTERVAL 1 MONTH, 2",
    'DETACH file',
  );
  const asked = `border-stats trend '${at('lengths.duckdb')}' --by stay -f csv -q`;
  const { out } = await run(asked);
  expect(out.match(/^[^,]+,n,n,2024-01,\d/gm)).toEqual(['1 month,n,n,2024-01,2', '30 days,n,n,2024-01,1']);
});

it('reads the numbers of JSON to their last digit, where a double has fewer', async () => {
  const QUOTED = String.raw`"7: 5, ""x"" \"`;
  const records = [
    String.raw`{"month": "2024-01", "post": "7: 5, \"x\" \\", "baht": 98765432109876.54, "of/a~": [1.10, 2]}`,
    String.raw`{"month": "2024-02", "post": "7: 5, \"x\" \\", "baht" : -0.12345678901234567891, "tail": " 5, 6 "}`,
    String.raw`{"month": "2024-03", "post": "7: 5, \"x\" \\", "baht": 1e2, "of/a~": {"b": 1}}`,
    `{"month": "2024-05", "post": null, "baht": 0.0000125}`,
    `{"month": "2024-04", "post": null, "baht": 1234567890123456789012}`,
  ];
  for (const [name, text] of [
    ['exact.json', `[${records.join(',\n')}]`],
    ['exact.ndjson', records.join('\n')],
  ] as const) {
    writeFileSync(at(name), text);
    const { out } = await run(`border-stats trend '${at(name)}' --measure baht --stat sum --by post -f tsv -q`);
    const cells = out.split('\n').map((line) => line.split('\t'));
    expect(cells.map(([post, , , month, baht]) => [post, month, baht]).filter(([, , baht]) => baht)).toEqual([
      ['post', 'period', 'value'],
      ['', '2024-04', '1234567890123456789012'],
      ['', '2024-05', '0.0000125'],
      [QUOTED, '2024-01', '98765432109876.54'],
      [QUOTED, '2024-02', '-0.12345678901234567891'],
      [QUOTED, '2024-03', '100'],
    ]);
    const nested = await run(`border-stats trend '${at(name)}' --measure baht --stat sum --by 'of/a~' -f csv -q`);
    expect(nested.out).toContain('"[1.1,2]"');
  }
});
