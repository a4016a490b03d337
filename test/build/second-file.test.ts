import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { run } from '../run.ts';
import { notCurrent } from './built-files.ts';
import { sampleProject } from './sample-project.ts';

const { build, manifest, path, write } = sampleProject();

const NEAR = 'near exports/armed-groups.csv --border THA-MMR --within 50km';
const project = (...runs: readonly string[]) =>
  write(`outputs:\n${runs.map((run, i) => `  - file: figures/${i}.csv\n    run: ${run}\n`).join('')}`);
const statuses = async (options = '') => notCurrent((await build(options)).out);

test('the map beside a table is a file of its output: made with it, told with it, current with it', async () => {
  project(`${NEAR} --geojson figures/maps/near.geojson`);
  expect(await statuses()).toEqual(['figures/0.csv,new', 'figures/maps/near.geojson,new']);
  await run(`border-stats ${NEAR.replace('exports', path('exports'))} --geojson ${path('alone.geojson')}`);
  const map = readFileSync(path('figures/maps/near.geojson'), 'utf8');
  expect(map).toBe(readFileSync(path('alone.geojson'), 'utf8').replaceAll(path(''), ''));
  const [output] = manifest().outputs;
  expect(output?.besides).toMatchObject([{ file: 'figures/maps/near.geojson', bytes: Buffer.byteLength(map) }]);
  expect(output?.inputs.map((input) => input.path)).toEqual(['exports/armed-groups.csv']);
  expect(await statuses()).toEqual([]);
});

test('a map that is gone, or that someone wrote to, is made again, and a check says so', async () => {
  project(`${NEAR} --geojson=near.geojson`);
  await build();
  rmSync(path('near.geojson'));
  expect(await statuses('--check')).toEqual(['figures/0.csv,same', 'near.geojson,new']);
  expect(existsSync(path('near.geojson'))).toBe(false);
  await build();
  const map = readFileSync(path('near.geojson'), 'utf8');
  writeFileSync(path('near.geojson'), 'mine');
  const check = await build('--check');
  expect([check.exit, check.out]).toEqual([1, expect.stringContaining('near.geojson,changed,the text differs')]);
  await build();
  expect(readFileSync(path('near.geojson'), 'utf8')).toBe(map);
  expect(await statuses()).toEqual([]);
});

test('a map moves within a tolerance where its table does', async () => {
  project(`${NEAR} --geojson near.geojson`);
  await build();
  const text = readFileSync(path('exports/armed-groups.csv'), 'utf8').trimEnd();
  const near = text.split('\n').find((line) => !line.includes('over 50 km') && !line.startsWith('date'));
  writeFileSync(path('exports/armed-groups.csv'), `${text}\n${near}\n`);
  expect(await statuses('--check')).toEqual(['figures/0.csv,changed', 'near.geojson,changed']);
  expect(await statuses('--check --tolerance 1000%')).toEqual([
    'figures/0.csv,within-tolerance',
    'near.geojson,within-tolerance',
  ]);
});

test('a map that the project makes no more is removed', async () => {
  project(`${NEAR} --geojson near.geojson`);
  await build();
  project(NEAR);
  expect(await statuses('--check')).toContain('near.geojson,obsolete');
  await build();
  expect(existsSync(path('near.geojson'))).toBe(false);
});

test('a path from the root is that from the folder, before there is a file and after', async () => {
  project(`${NEAR} --geojson ${path('near.geojson')}`);
  await build();
  expect(JSON.stringify(manifest())).not.toContain(path(''));
  expect(await statuses()).toEqual([]);
});

test.each([
  ['outside the folder', [`${NEAR} --geojson ../x.geojson`], /yaml:3: \.\.\/x\.geojson lies outside the folder/],
  ['an output', [`${NEAR} --geojson ./figures/0.csv`], /yaml:3: figures\/0\.csv is also made by the output at .*:2/],
  [
    'the map of another',
    [`${NEAR} --geojson x.geojson`, `${NEAR} --every half --geojson x.geojson`],
    /yaml:5: x\.geojson is also made by the output at .*:3/,
  ],
  ['the manifest', [`${NEAR} --geojson figures/manifest.json`], /yaml:3: figures\/manifest\.json is no output: it is/],
  ['an input', [`${NEAR} --geojson exports/armed-groups.csv`], /yaml:3: reads exports\/armed-groups\.csv, which the/],
])('a map that is %s is refused before anything is made', async (_, runs, message) => {
  project(...runs);
  expect(await build()).toMatchObject({ exit: 2, out: '', err: expect.stringMatching(message) });
  expect(existsSync(path('figures'))).toBe(false);
});
