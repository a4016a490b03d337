// Makes the fixtures that are no text from those that are: `node test/databases/make-fixtures.js`.
import { mkdirSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';

const connection = await (await DuckDBInstance.create(':memory:')).connect();
const text = "read_csv('fixtures/bts.csv', all_varchar = true)";
const typed = `SELECT * REPLACE (CAST("Value" AS BIGINT) AS "Value") FROM ${text}`;

await connection.run(`COPY (${typed}) TO 'fixtures/bts.parquet'`);
await connection.run(`COPY (SELECT * FROM ${text}) TO 'fixtures/bts.json' (FORMAT json, ARRAY true)`);
for (const border of ['US-Canada Border', 'US-Mexico Border']) {
  const folder = `fixtures/bts-parts/Border=${border.replaceAll(' ', '%20')}`;
  mkdirSync(folder, { recursive: true });
  const part = `SELECT * EXCLUDE ("Border") FROM (${typed}) WHERE "Border" = '${border}'`;
  await connection.run(`COPY (${part}) TO '${folder}/part.parquet'`);
}
await connection.run(
  `COPY (SELECT DATE '2024-01-05' + CAST(range AS INTEGER) AS "date", {'post': 'Mae Sot', 'lane': range} AS place, range + 1 AS persons
    FROM range(3)) TO 'fixtures/nested.parquet'`,
);
