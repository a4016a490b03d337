// The same question of the same records as text and as Parquet, by whole processes in turn: `npm run bench:engines -- [10MB 1GB …]`.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DuckDBInstance } from '@duckdb/node-api';
import { generate } from './generate.js';

const folder = fileURLToPath(new URL('../../.bench', import.meta.url));
const program = fileURLToPath(new URL('../../bin/border-stats.js', import.meta.url));
const runs = Number(process.env.BENCH_RUNS ?? 5);
const UNITS = { MB: 1e6, GB: 1e9 };
const sizes = process.argv.length > 2 ? process.argv.slice(2) : ['10MB', '1GB'];

mkdirSync(folder, { recursive: true });
for (const size of sizes) {
  const [, count, unit] = /^(\d+)(MB|GB)$/.exec(size) ?? [];
  const text = join(folder, `${size}.csv`);
  generate(text, Number(count) * UNITS[unit]);
  const parquet = await parquetOf(text);
  process.stdout.write(`${table(size, text, parquet)}\n\n`);
}

/** Written by DuckDB with the types that it finds. */
async function parquetOf(text) {
  const path = text.replace('.csv', '.parquet');
  if (existsSync(path) && statSync(path).mtimeMs > statSync(text).mtimeMs) return path;
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run(`COPY (SELECT * FROM read_csv('${text}')) TO '${path}'`);
  connection.closeSync();
  return path;
}

/** Medians of elapsed seconds, of seconds of all processors and of peak memory; the kernel on text as one. */
function table(size, text, parquet) {
  const all = [
    ['kernel, CSV', [text]],
    ['duckdb, Parquet', [parquet]],
    ['duckdb, CSV', [text, '--engine', 'duckdb']],
  ].map(([name, args]) => ({ name, args, seconds: [], work: [], memory: [], answers: new Set() }));
  for (let run = 0; run < runs; run++) for (const one of all) measure(one);
  const base = median(all[0].seconds);
  const rows = all.map(({ name, seconds, work, memory }) => {
    const cells = [median(seconds).toFixed(2), (median(seconds) / base).toFixed(2), median(work).toFixed(2)];
    return `| ${name} | ${cells.join(' | ')} | ${(median(memory) / 1024).toFixed(0)} |`;
  });
  const answers = new Set(all.flatMap((one) => [...one.answers]));
  const head = `${size}: ${statSync(text).size} bytes of CSV, ${statSync(parquet).size} of Parquet; ${answers.size === 1 ? 'the same bytes from all' : 'ANSWERS DIFFER'}`;
  return [head, '', '| | s | ratio | CPU s | peak MB |', '|---|--:|--:|--:|--:|', ...rows].join('\n');
}

function measure(one) {
  const asked = ['trend', ...one.args, '--every', 'year', '--by', 'Border,Measure', '-f', 'csv', '-q'];
  const done = spawnSync('/usr/bin/time', ['-f', '%e %U %S %M', process.execPath, program, ...asked], {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  if (done.status !== 0) throw new Error(done.stderr);
  const [elapsed, user, system, memory] = done.stderr.trim().split('\n').at(-1).split(' ').map(Number);
  one.seconds.push(elapsed);
  one.work.push(user + system);
  one.memory.push(memory);
  one.answers.add(createHash('sha256').update(done.stdout).digest('hex'));
}

function median(values) {
  return values.toSorted((a, b) => a - b)[values.length >> 1];
}
