import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { run } from '../run.ts';
import { madeIn, notCurrent } from './built-files.ts';

/*
 * The project in fixtures/project: twelve outputs of every kind. What it makes is kept beside it, and `npm run cases` makes it anew.
 */
const ROOT = new URL('../../', import.meta.url).pathname;
const KEPT = join(ROOT, 'fixtures/project/figures');

let copy = '';
beforeAll(async () => {
  copy = mkdtempSync(join(tmpdir(), 'border-stats-twelve-'));
  for (const folder of ['fixtures', 'data/samples'])
    cpSync(join(ROOT, folder), join(copy, folder), { recursive: true });
  if (process.env.UPDATE_CASES) {
    rmSync(KEPT, { recursive: true, force: true });
    await run('border-stats build fixtures/project --write --allow-outside');
  }
}, 120_000);
afterAll(() => rmSync(copy, { recursive: true }));

const build = (options: string) => run(`border-stats build ${copy}/fixtures/project --allow-outside ${options}`);

test.each([1, 2, 8])('%d at a time make the same bytes, which are those that are kept', async (jobs) => {
  rmSync(join(copy, 'fixtures/project/figures'), { recursive: true, force: true });
  const { exit } = await build(`--jobs ${jobs}`);
  expect(exit).toBe(0);
  const made = madeIn(join(copy, 'fixtures/project/figures'));
  expect(Object.keys(made)).toHaveLength(13);
  expect(made).toEqual(madeIn(KEPT));
});

test('another cell of one input makes anew what rests on it, and a check names its figures', async () => {
  await build('');
  const path = join(copy, 'data/samples/seizures.csv');
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, text.replace(',1060000,', ',1160000,'));
  expect(readFileSync(path, 'utf8')).not.toBe(text);
  const { out, exit } = await build('--check');
  expect(exit).toBe(1);
  expect(notCurrent(out)).toEqual([
    'claims.yaml,claims-hold',
    'figures/large.ndjson,changed',
    'figures/seizures.csv,changed',
  ]);
  expect(out).toContain(
    'figures/seizures.csv,changed,,"seized_quantity[2025-H1,seized_item=methamphetamine tablets,unit=tablet]"',
  );
});
