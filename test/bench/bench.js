// Measures whole processes in turn and writes a table: `npm run bench -- [file …]`, or generated files without one.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CONTENDERS, isThere, titleOf } from './contenders.js';
import { generate } from './generate.js';

const folder = fileURLToPath(new URL('../../.bench', import.meta.url));
const packages = process.env.BENCH_PACKAGES ?? join(folder, 'packages');
const runs = Number(process.env.BENCH_RUNS ?? 5);
/** A pattern of names, to leave slow programs out. */
const only = new RegExp(process.env.BENCH_ONLY ?? '.');
const SIZES = { '10 MB': 1e7, '100 MB': 1e8, '1 GB': 1e9 };

mkdirSync(folder, { recursive: true });
mkdirSync(packages, { recursive: true });
if (!isThere({ package: '@duckdb/node-api' }, packages)) {
  const install = ['install', '--prefix', packages, '--no-audit', '--no-fund', '@duckdb/node-api', 'nodejs-polars'];
  spawnSync('npm', install, { stdio: 'inherit' });
  // Its native part is an optional package, which npm leaves out where a registry lacks those of other platforms.
  spawnSync('npm', [...install.slice(0, -2), 'nodejs-polars-linux-x64-gnu'], { stdio: 'inherit' });
}
const tables = files().map(table);
const text = `${machine()}\n\n${tables.join('\n\n')}\n`;
writeFileSync(join(folder, 'bench.md'), text);
process.stdout.write(text);

function files() {
  if (process.argv.length > 2) return process.argv.slice(2);
  return Object.entries(SIZES).map(([name, bytes]) => {
    const path = join(folder, `${name.replace(' ', '')}.csv`);
    generate(path, bytes);
    return path;
  });
}

/** Medians of a file, the first contender's as one. */
function table(file) {
  const all = CONTENDERS.filter(
    (contender) => only.test(contender.name) && isThere(contender, packages, statSync(file).size),
  ).map((contender) => ({
    contender,
    runs: [],
  }));
  for (let run = 0; run < runs; run++) {
    for (const one of all) if (!one.failed) measure(one, file);
  }
  const good = all.filter((one) => !one.failed);
  const base = median(good[0].runs, 'seconds');
  const rows = good.map((one) => {
    const seconds = median(one.runs, 'seconds');
    return `| ${titleOf(one.contender, packages)}${remark(one, good)} | ${seconds.toFixed(2)} | ${(seconds / base).toFixed(1)} | ${median(one.runs, 'megabytes').toFixed(0)} |`;
  });
  const size = (statSync(file).size / 1e6).toFixed(0);
  return [`${basename(file)}, ${size} MB`, '', '| | s | ratio | peak MB |', '|---|--:|--:|--:|', ...rows].join('\n');
}

function measure(one, file) {
  const [program, args] = one.contender.command(file);
  const started = process.hrtime.bigint();
  const done = spawnSync('/usr/bin/time', ['-f', '%M', program, ...args], {
    maxBuffer: 2 ** 30,
    encoding: 'utf8',
    env: { ...process.env, BENCH_PACKAGES: packages },
  });
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  one.failed = done.status !== 0;
  one.answer = answer(done.stdout ?? '');
  one.runs.push({ seconds, megabytes: Number(done.stderr.trim().split('\n').at(-1)) / 1024 });
  if (one.failed) process.stderr.write(`${one.contender.name} left out: ${done.stderr.split('\n')[0]}\n`);
}

/** How many groups there are, and the sum of their sums. */
function answer(text) {
  const lines = text.trim().split('\n').slice(1);
  return `${lines.length} groups, ${lines.reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(',') + 1)), 0)}`;
}

/** What another program answers otherwise: it does not read quotes, or numbers with commas. */
function remark({ contender, answer: given }, [first]) {
  return contender.differs || given === first.answer ? '' : ' (another answer)';
}

function median(measured, of) {
  const sorted = measured.map((run) => run[of]).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

function machine() {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  return `${cpus().length} cores (${cpus()[0].model}), Node ${process.versions.node}, border-stats ${commit}; medians of ${runs}`;
}
