import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const node = process.execPath;

/**
 * Whole processes that sum Value by Border, Measure and Date of a file and write a line per group, the sum last.
 *
 * `trend` does much more and writes other lines, so its answer is not compared; `needs` names a program on the PATH or
 * a package in the folder of the bench.
 */
export const CONTENDERS = [
  script('border-stats, tallies', 'tallies.js'),
  { name: 'border-stats trend', command: (file) => [node, [cli(), ...TREND, file]], differs: true },
  script('DuckDB', 'duckdb.js', '@duckdb/node-api'),
  script('Polars', 'polars.js', 'nodejs-polars'),
  script('csv-parse', 'csv-parse.js'),
  {
    name: 'Miller',
    needs: 'mlr',
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
    command: (file) => [
      'Rscript',
      ['-e', `library(data.table); fwrite(fread("${file}")[, sum(Value), by = .(Border, Measure, Date)])`],
    ],
  },
  {
    name: 'xan',
    needs: 'xan',
    command: (file) => ['xan', ['groupby', 'Border,Measure,Date', 'sum(Value)', file]],
  },
];

const TREND = ['trend', '--every', 'month', '--by', 'Border,Measure', '-f', 'csv'];
const AWK = 'NR>1{s[$4","$6","$5]+=$7} END{OFMT="%.0f";print "key,sum";for(k in s)print k","s[k]}';

function cli() {
  return join(here, '../../bin/border-stats.js');
}

function script(name, file, needs) {
  return { name, package: needs, command: (path) => [node, [join(here, 'scripts', file), path]] };
}

function python(name, module) {
  const code = `import ${module} as p, sys; print(p.read_csv(sys.argv[1]).groupby(["Border","Measure","Date"])["Value"].sum().to_csv())`;
  return { name, needs: 'python3', module, command: (file) => ['python3', ['-c', code, file]] };
}

/** Whether what a contender needs is there. */
export function isThere({ needs, package: name }, packages) {
  if (name !== undefined) return existsSync(join(packages, 'node_modules', name));
  if (needs === undefined) return true;
  return (process.env.PATH ?? '').split(':').some((folder) => existsSync(join(folder, needs)));
}
