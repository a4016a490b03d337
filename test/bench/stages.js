// Where the time of one run goes, by the profiler of V8: `npm run bench:stages -- FILE [more of the command line]`.
// The median of several runs, in milliseconds of the main thread; the profiler itself makes each some tenths longer.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../.bench/profiles', import.meta.url));
const program = fileURLToPath(new URL('../../bin/border-stats.js', import.meta.url));
const runs = Number(process.env.BENCH_RUNS ?? 9);

/** What tells a stage: a function on the stack, the first of these that is; whatever has none is told by what began it. */
const STAGES = [
  ['kernel', ['readChunks', 'readWhole']],
  ['merging, ordering', ['mergeHelpers', 'resultOf', 'kernelTallies']],
  ['series', ['seriesFromTallies']],
  ['rows and their text', ['delimited', 'batches', 'gathered', 'lineOf', 'blocks', 'trendReport', 'printed']],
  ['opening', ['openFiles', 'openTable', 'peek', 'describedSource', 'planOf']],
  ['modules', ['compileSourceTextModule', 'evaluate', 'getModuleJobForImport', 'loadAndTranslate', 'invocation']],
];

const [file, ...more] = process.argv.slice(2);
const asked = more.length > 0 ? more : ['--every', 'month', '--by', 'Border,Measure', '-f', 'csv'];
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const node = Array.from({ length: runs }, () => timed(['-e', '0']));
const whole = Array.from({ length: runs }, () => timed([program, 'trend', file, ...asked]));
const profiles = Array.from({ length: runs }, (_, i) => profile(join(folder, String(i))));
const names = ['(garbage)', ...STAGES.map(([name]) => name), '(other)'];
const rows = names.map((name) => `| ${name} | ${median(profiles.map((one) => one.get(name) ?? 0)).toFixed(0)} |`);
process.stdout.write(
  [
    `node ${process.version}: ${median(node).toFixed(0)} ms for nothing, ${median(whole).toFixed(0)} ms for trend ${asked.join(' ')}`,
    '',
    '| of the main thread, behind the start of node | ms |',
    '|---|--:|',
    ...rows,
    '',
  ].join('\n'),
);

function timed(args) {
  const started = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, args, { maxBuffer: 2 ** 30, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return Number(process.hrtime.bigint() - started) / 1e6;
}

/** Milliseconds of each stage in one run. */
function profile(into) {
  timed(['--cpu-prof', '--cpu-prof-interval', '250', '--cpu-prof-dir', into, program, 'trend', file, ...asked]);
  // The thread that began first is the main one.
  const [main] = readdirSync(into)
    .map((name) => JSON.parse(readFileSync(join(into, name), 'utf8')))
    .sort((a, b) => a.startTime - b.startTime);
  const nodes = new Map(main.nodes.map((one) => [one.id, one]));
  const parents = new Map(main.nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])));
  const stageOf = (id) => {
    const stack = new Set();
    for (let at = id; at !== undefined; at = parents.get(at)) stack.add(nodes.get(at).callFrame.functionName);
    if (stack.has('(garbage collector)')) return '(garbage)';
    return STAGES.find(([, functions]) => functions.some((name) => stack.has(name)))?.[0];
  };
  const spent = new Map();
  let before = '(other)';
  main.samples.forEach((id, i) => {
    const stage = stageOf(id) ?? (nodes.get(id).callFrame.functionName === '(anonymous)' ? before : '(other)');
    if (stage !== '(garbage)') before = stage;
    spent.set(stage, (spent.get(stage) ?? 0) + main.timeDeltas[i] / 1000);
  });
  return spent;
}

function median(values) {
  return values.toSorted((a, b) => a - b)[values.length >> 1];
}
