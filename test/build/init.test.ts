import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { run } from '../run.ts';
import { sampleProject } from './sample-project.ts';

const { build, path } = sampleProject();
const FIXTURES = new URL('../../fixtures/', import.meta.url).pathname;

const init = () => {
  rmSync(path('border-stats.yaml'), { force: true });
  return run(`border-stats init ${path('')}`);
};

test.each([
  '2568.csv',
  'null.csv',
  '-dash.csv',
  'Seizures: all #1.csv',
  "it's so.csv",
  'all*.csv',
  'ด่านแม่สาย 2568.csv',
])('a first project reads %s, whatever YAML or a shell would make of its name', async (name) => {
  mkdirSync(path('ข้อมูล ดิบ'));
  copyFileSync(path('exports/crossings.csv'), path(`ข้อมูล ดิบ/${name}`));
  rmSync(path('exports'), { recursive: true });
  copyFileSync(path(`ข้อมูล ดิบ/${name}`), path(name));
  expect(await init()).toMatchObject({ exit: 0, err: '' });
  const { out, exit } = await build();
  expect([exit, out.match(/,new,/g)]).toEqual([0, [',new,', ',new,']]);
});

test('a first project can be built at once: what no table can be made of is left out, with what to do about it', async () => {
  copyFileSync(`${FIXTURES}ambiguous-dates.csv`, path('exports/ambiguous.csv'));
  copyFileSync(`${FIXTURES}small-boats-yearly.csv`, path('exports/yearly.csv'));
  writeFileSync(path('exports/notes.csv'), Buffer.of(0, 1, 2));
  const { err } = await init();
  expect(err).toMatch(/^warning: left out: exports\/ambiguous\.csv: .*--date-order dmy/m);
  expect(err).toMatch(/^warning: left out: exports\/notes\.csv: is a binary file/m);
  expect(readFileSync(path('border-stats.yaml'), 'utf8')).toContain('source: yearly\n    run: trend\n');
  expect((await build()).exit).toBe(0);
  expect(existsSync(path('figures/yearly.csv'))).toBe(true);
});
