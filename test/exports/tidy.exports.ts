import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { run } from '../run.ts';
import { exportPath, FOLDER } from './exports.ts';

const MINUTES = 5 * 60_000;

const files = () =>
  ['crossings', 'seizures', 'trade', 'thai', 'incidents'].flatMap((folder) =>
    readdirSync(exportPath(folder)).flatMap((name) => (/\.(csv|xlsx)$/.test(name) ? [`${folder}/${name}`] : [])),
  );

const folder = mkdtempSync(join(tmpdir(), 'border-stats-exports-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe.skipIf(FOLDER === undefined)('tidy tables of real exports', { timeout: MINUTES }, () => {
  it.each(FOLDER === undefined ? [] : files())('%s gives the same figures through a tidy table', async (name) => {
    const tidy = await run(`border-stats tidy ${exportPath(name)} -q`);
    const trend = await run(`border-stats trend ${exportPath(name)} -q`);
    if (tidy.exit !== 0) {
      expect([tidy.exit, tidy.err]).toEqual([trend.exit, trend.err]);
      expect(tidy.err).toContain('--date');
      return;
    }
    const stdin = join(folder, 'tidy.csv');
    writeFileSync(stdin, tidy.out);
    expect((await run('border-stats trend -q', { stdin })).out === trend.out).toBe(true);
    expect((await run('border-stats tidy -q', { stdin })).out === tidy.out).toBe(true);
  });

  it('gives the same for Comtrade as text and as a workbook', async () => {
    const [text, workbook] = await Promise.all(
      ['csv', 'xlsx'].map((ending) =>
        run(`border-stats tidy ${exportPath(`trade/comtrade_thailand_8542.${ending}`)} -q`),
      ),
    );
    expect(text?.out.split('\n').length).toBe(2 * 1178 + 2);
    expect(text?.out === workbook?.out).toBe(true);
  });
});
