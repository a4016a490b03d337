import { copyFileSync, readFileSync, rmSync } from 'node:fs';
import { expect, test } from 'vitest';
import { run } from '../run.ts';
import { sampleProject } from './sample-project.ts';

const { build, path, write } = sampleProject();
const FIXTURES = new URL('../../fixtures/', import.meta.url).pathname;

/** For each export command lines that differ by one setting each, so that what they share must be told apart. */
const LINES: Readonly<Record<string, readonly string[]>> = {
  'crossings.csv': [
    'trend',
    'trend --every month',
    'trend --every half',
    'trend --every fiscal-year',
    'trend --every fiscal-year --fiscal thailand',
    'trend --every fiscal-year --fiscal-start jul',
    'trend --by checkpoint',
    "trend --by checkpoint --where 'checkpoint=Mae Sai'",
    "trend --by checkpoint --where 'checkpoint!=Mae Sai'",
    "trend --by checkpoint --where 'checkpoint in Mae Sai,Chiang Saen'",
    'trend --where checkpoint=Thoeng',
    'trend --measure records',
    'trend --measure crossings,records',
    'trend --stat mean',
    'trend --stat max',
    'trend --stat count',
    'trend --per day',
    'trend --as-of 2025-03-15',
    'trend --gaps zero --as-of 2026-02-10',
    'trend --by checkpoint --top 2',
    'trend --by checkpoint --summary',
    'change --window 6m',
    'change --window 6m --by checkpoint',
    'change --window 2025-H1 --by checkpoint',
    'change --window 6m --per day',
    'change --window 6m --lag 2',
    'change --window 6m --partial include --as-of 2025-05-10',
    'check',
    'tidy',
  ],
  'small-boats-daily.csv': [
    'trend',
    'trend --gaps zero',
    'trend --gaps missing',
    'trend --every day --gaps zero',
    'trend --every day --gaps missing',
    'trend --every week',
    'change --window 3m',
    'change --window 3m --against year',
  ],
  'tidy-names.csv': ['trend', 'trend --stat count', 'trend --stat max', 'trend --every year'],
  'seizures.csv': [
    'seizures --every half',
    'seizures --every half --in kg',
    "seizures --every half --where 'substance=methamphetamine tablets'",
    'trend --where unit=tablets',
    'trend --where unit=kg',
    'trend --where unit=tablets --stat max',
    'trend --sum-over unit --measure records',
  ],
  'armed-groups.csv': [
    'near --border THA-MMR --within 50km --every half',
    'near --border THA-MMR --within 20km --every half',
    'near --border THA-MMR --bands 20,50 --every half',
    'near --border THA-MMR --within 50km --every half --side MMR',
    'trend --every half',
  ],
};

const outputs = Object.entries(LINES).flatMap(([file, lines]) =>
  lines.map((line, i) => ({ line: `${line} exports/${file}`, made: `figures/${file}-${i}.csv` })),
);

const project = (listed: typeof outputs) =>
  write(
    `outputs:\n${listed.map(({ line, made }) => `  - file: ${made}\n    run: ${JSON.stringify(line)}\n`).join('')}`,
  );

test('outputs that share what they read are those made one by one, whichever comes first', async () => {
  for (const file of ['small-boats-daily.csv', 'tidy-names.csv'])
    copyFileSync(`${FIXTURES}${file}`, path(`exports/${file}`));
  project(outputs);
  expect((await build('--jobs 1')).out).not.toMatch(/,failed,.*/);
  for (const { line, made } of outputs) {
    const alone = await run(`border-stats ${line.replace('exports/', path('exports/'))} -f csv`);
    expect(readFileSync(path(made), 'utf8').replaceAll('exports/', path('exports/')), line).toBe(alone.out);
  }
  const first = madeBy(outputs);
  rmSync(path('figures'), { recursive: true });
  project(outputs.toReversed());
  await build('--jobs 1');
  expect(madeBy(outputs)).toEqual(first);
});

const madeBy = (some: typeof outputs) => some.map(({ made }) => readFileSync(path(made), 'utf8'));
