import { createRequire } from 'node:module';

const { DuckDBInstance } = createRequire(`${process.env.BENCH_PACKAGES}/`)('@duckdb/node-api');
const connection = await (await DuckDBInstance.create()).connect();
const reader = await connection.runAndReadAll(
  `SELECT Border, Measure, Date, sum(CAST(replace(Value::VARCHAR, ',', '') AS BIGINT)) FROM read_csv('${process.argv[2]}',
   types = {'Value': 'VARCHAR', 'Date': 'VARCHAR'}) GROUP BY ALL`,
);
process.stdout.write(
  `key,sum\n${reader
    .getRows()
    .map((row) => `${row.join()}\n`)
    .join('')}`,
);
