// Builds 200 outputs over one export, of border crossings by its columns: `npm run bench:build -- [file]`, or a generated one.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generate } from './generate.js';

const folder = fileURLToPath(new URL('../../.bench', import.meta.url));
const program = fileURLToPath(new URL('../../bin/border-stats.js', import.meta.url));
const project = join(folder, 'project');
const OUTPUTS = 200;
const EVERY = ['month', 'quarter', 'half', 'year'];

const file = resolve(process.argv[2] ?? generated());
const outputs = [...overall(), ...byPlace()].slice(0, OUTPUTS);
rmSync(project, { recursive: true, force: true });
mkdirSync(project, { recursive: true });
writeFileSync(join(project, 'border-stats.yaml'), projectText());
process.stdout.write(`${outputs.length} outputs over ${(statSync(file).size / 1e6).toFixed(0)} MB\n`);
for (const what of ['all made', 'all current']) process.stdout.write(`${what}: ${built()}\n`);

function generated() {
  const path = join(folder, 'crossings.csv');
  mkdirSync(folder, { recursive: true });
  generate(path, 46e6);
  return path;
}

/** Tables of all places together, and of each with its measures, which are 1,400 series. */
function overall() {
  const each = `--by 'Port Name,Measure'`;
  return [
    ...['', '--by Border', '--by State'].flatMap((by) => [
      ...EVERY.map((every) => `trend --every ${every} ${by}`),
      `change --window 12m ${by}`,
    ]),
    ...['half', 'year'].map((every) => `trend --every ${every} ${each}`),
    ...EVERY.map((every) => `trend --every ${every} ${each} --top 20`),
    ...EVERY.map((every) => `trend --every ${every} ${each} --summary`),
    ...['6m', '12m'].map((window) => `change --window ${window} ${each}`),
  ];
}

/** Two tables of each place. */
function byPlace() {
  const [header, ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
  const at = header.split(',').indexOf('Port Name');
  const places = [...new Set(lines.map((line) => line.split(',')[at]))]
    .filter((name) => /^[\w .-]+$/.test(name))
    .sort();
  return ['trend --every quarter --by Measure', 'change --window 12m --by Measure'].flatMap((run) =>
    places.map((place) => `${run} --where 'Port Name=${place}'`),
  );
}

function projectText() {
  const made = outputs.map(
    (run, i) => `  - file: figures/${i}.csv\n    source: crossings\n    run: ${JSON.stringify(run)}\n`,
  );
  return `sources:\n  crossings:\n    files: ${JSON.stringify(file)}\noutputs:\n${made.join('')}`;
}

/** Seconds of a whole process, of its processors, and the most memory that it held. */
function built() {
  const line = ['-f', '%e s, processors %U s + %S s, peak %M KB', process.execPath, program];
  const { status, stderr } = spawnSync(
    '/usr/bin/time',
    [...line, 'build', '--write', '--allow-outside', '-q', project],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
      encoding: 'utf8',
    },
  );
  if (status !== 0) throw new Error(stderr);
  return stderr.trimEnd().split('\n').at(-1);
}
