import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const node = process.execPath;

/**
 * Whole processes that sum Value by Border, Measure and Date of a file and write a line per group, the sum last.
 *
 * `trend` does much more and writes other lines, so its answer is not compared; `needs` names a program on the PATH,
 * `package` a package in the folder of the bench, `module` what a Python must have. `most` is the size in bytes beyond which
 * it takes minutes, and is left out.
 */
export const CONTENDERS = [
  script('border-stats, tallies', 'tallies.js'),
  { name: 'border-stats trend', command: (file) => [node, [cli(), ...TREND, file]], differs: true },
  script('DuckDB', 'duckdb.js', '@duckdb/node-api'),
  script('Polars', 'polars.js', 'nodejs-polars'),
  { ...script('csv-parse', 'csv-parse.js'), most: 2e8 },
  {
    name: 'Miller',
    needs: 'mlr',
    version: ['mlr', ['--version']],
    most: 2e8,
    command: (file) => [
      'mlr',
      ['--icsv', '--ocsv', 'stats1', '-a', 'sum', '-f', 'Value', '-g', 'Border,Measure,Date', file],
    ],
  },
  {
    name: 'mawk, no quotes',
    needs: 'mawk',
    command: (file) => ['mawk', ['-F,', AWK, file]],
  },
  python('pandas', 'pandas'),
  {
    name: 'data.table',
    needs: 'Rscript',
    version: ['Rscript', ['-e', 'cat(as.character(packageVersion("data.table")))']],
    command: (file) => [
      'Rscript',
      ['-e', `library(data.table); fwrite(fread("${file}")[, sum(Value), by = .(Border, Measure, Date)])`],
    ],
  },
  {
    name: 'csvkit',
    needs: 'csvsql',
    version: ['csvsql', ['--version']],
    most: 2e7,
    command: (file) => ['csvsql', ['--tables', 't', '--query', SQL, file]],
  },
  {
    name: 'xan',
    needs: 'xan',
    version: ['xan', ['--version']],
    command: (file) => ['xan', ['groupby', 'Border,Measure,Date', 'sum(Value)', file]],
  },
];

const TREND = ['trend', '--every', 'month', '--by', 'Border,Measure', '-f', 'csv'];
const AWK = 'NR>1{s[$4","$6","$5]+=$7} END{OFMT="%.0f";print "key,sum";for(k in s)print k","s[k]}';

const SQL = 'select Border, Measure, Date, sum(Value) from t group by Border, Measure, Date';

function cli() {
  return join(here, '../../bin/border-stats.js');
}

function script(name, file, needs) {
  return { name, package: needs, command: (path) => [node, [join(here, 'scripts', file), path]] };
}

function python(name, module) {
  const code = `import ${module} as p, sys; print(p.read_csv(sys.argv[1]).groupby(["Border","Measure","Date"])["Value"].sum().to_csv())`;
  const interpreter = onPath('python3').find((path) => spawnSync(path, ['-c', `import ${module}`]).status === 0);
  const version = [interpreter, ['-c', `import ${module}; print(${module}.__version__)`]];
  return { name, missing: interpreter === undefined, version, command: (file) => [interpreter, ['-c', code, file]] };
}

function onPath(program) {
  const folders = (process.env.PATH ?? '').split(':');
  return folders.map((folder) => join(folder, program)).filter((path) => existsSync(path));
}

/** Whether what a contender needs is there, for a file of so many bytes. */
export function isThere(
  { needs, package: name, missing = false, most = Number.POSITIVE_INFINITY },
  packages,
  size = 0,
) {
  if (missing || size > most) return false;
  if (name !== undefined) return existsSync(join(packages, 'node_modules', name));
  return needs === undefined || onPath(needs).length > 0;
}

/** The name of a contender with its version, where it tells one. */
export function titleOf({ name, package: from, version }, packages) {
  if (from !== undefined) {
    const { version: number } = JSON.parse(readFileSync(join(packages, 'node_modules', from, 'package.json'), 'utf8'));
    return `${name} ${number}`;
  }
  if (version === undefined) return name;
  const told = execFileSync(...version, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  return `${name} ${/\d+(\.\d+)+/.exec(told)?.[0] ?? ''}`.trim();
}
