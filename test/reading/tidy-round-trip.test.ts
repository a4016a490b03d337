import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { run } from '../run.ts';

const FIXTURES = readdirSync(new URL('../../fixtures/', import.meta.url)).filter(
  (name) => !/\.(md|yaml|geojson|json)$/.test(name) && name !== 'late-thai.csv',
);

const folder = mkdtempSync(join(tmpdir(), 'border-stats-tidy-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe.each(FIXTURES)('a tidy table of %s', (name) => {
  it('gives the same figures as the export, and itself when it is made tidy again', async () => {
    const tidy = await run(`border-stats tidy fixtures/${name}`);
    const trend = await run(`border-stats trend fixtures/${name}`);
    if (tidy.exit !== 0) {
      expect([tidy.exit, tidy.err], 'refused by both').toEqual([trend.exit, trend.err]);
      return;
    }
    const stdin = join(folder, 'tidy.csv');
    writeFileSync(stdin, tidy.out);
    const { out, exit } = await run('border-stats trend', { stdin });
    expect([exit, out]).toEqual([trend.exit, trend.out]);
    expect((await run('border-stats tidy', { stdin })).out).toBe(tidy.out);
  });
});
