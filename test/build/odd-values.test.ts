import { expect, test } from 'vitest';
import { sampleProject } from './sample-project.ts';

const { build, write } = sampleProject();

interface Odd {
  readonly settings?: string;
  readonly source?: string;
  readonly files?: string;
  readonly file?: string;
  readonly run?: string;
  readonly rest?: string;
}

/** Settings stand in line 2, options of the source in 5, the output begins in 7. */
const project = ({ settings, source, files, file, run, rest }: Odd) => `settings:
  ${settings ?? 'encoding: utf-8'}
sources:
  crossings: {
    ${source ?? 'encoding: utf-8'},
    files: ${files ?? 'exports/crossings.csv'} }
outputs:
  - file: ${file ?? 'figures/a.csv'}
    run: ${run ?? 'trend'}
    source: crossings
${rest ?? ''}`;

test.each<[Odd, string]>([
  [{ settings: 'as-of: 2025-13-40' }, 'error: border-stats.yaml:2: --as-of 2025-13-40 is not a date'],
  [{ settings: 'as-of: [2025-01-01, 2025-02-01]' }, ':2: --as-of takes one value, not a list'],
  [{ settings: 'gaps: true' }, ':2: --gaps needs a value'],
  [{ settings: 'strict: 5' }, ':2: --strict takes no value: write strict: true'],
  [{ settings: 'by:' }, ':2: settings.by: is empty'],
  [{ settings: 'by: {a: 1}' }, ':2: settings.by: is to be true or false or a number or text or a list, not Object'],
  [{ settings: 'every: weekly' }, ":2: option '--every <period>' argument 'weekly' is invalid"],
  [{ settings: 'profile: nothing.yaml' }, 'failed,border-stats.yaml:2: nothing.yaml: there is no such file'],
  [{ settings: 'window: 6x', run: 'change' }, 'failed,"border-stats.yaml:2: --window 6x is not a window'],
  [{ source: 'as-of: soon' }, ':5: --as-of soon is not a date'],
  [{ source: 'null: x' }, ':5: a key is empty'],
  [
    { source: 'measure: crosings' },
    'failed,"border-stats.yaml:5: exports/crossings.csv: there is no column ""crosings""',
  ],
  [{ source: 'encoding: utf-9' }, 'failed,"border-stats.yaml:5: --encoding utf-9 is not'],
  [{ run: 'trend --as-of soon' }, ':9: --as-of soon is not a date'],
  [{ run: 'trend --by post' }, 'failed,"border-stats.yaml:9: exports/crossings.csv: there is no column ""post""'],
  [{ run: 'trend --from 2025 --to 2020' }, 'failed,border-stats.yaml:9: --from 2025 is after --to 2020'],
  [{ run: 'check --ids' }, 'failed,border-stats.yaml:9: --ids: the rows of check have no ids'],
  [{ run: 'trend -o x.csv' }, ':9: -o: the file of an output is named by `file`'],
  [{ run: 'load --to clickhouse://h/d/t' }, ':9: "load" is no command that makes a table'],
  [{ files: 'exports/none.csv' }, 'failed,border-stats.yaml:9: exports/none.csv: there is no such file'],
  [{ files: '5' }, ':6: sources.crossings.files: is to be text or a list, not 5'],
  [{ file: 'figures/a.xyz' }, ':9: figures/a.xyz: the ending names no format'],
  [{ rest: '    title: 5' }, ':11: outputs.0.title: is to be text, not 5'],
  [{ rest: 'claims: nowhere.yaml' }, 'failed,border-stats.yaml:11: nowhere.yaml: there is no such file'],
  [{ rest: 'manifest: figures/a.csv' }, ':8: figures/a.csv is no output: it is the manifest'],
])('%j is told with its place in the project file', async (odd, message) => {
  write(project(odd));
  const { out, err, exit } = await build('--check');
  expect(out + err).toContain(message);
  expect(exit).toBe(out === '' ? 2 : 3);
});
