import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../run.ts';

const RECORDS = 100_000;
const BAD = 61_234;
const folder = mkdtempSync(join(tmpdir(), 'border-stats-bad-cell-'));
const path = join(folder, 'crossings.csv');

beforeAll(() => {
  const lines = Array.from(
    { length: RECORDS },
    (_, i) => `2024-0${1 + (i % 9)},${i + 2 === BAD ? 'many' : 1 + (i % 7)}`,
  );
  writeFileSync(path, ['month,crossings', ...lines, ''].join('\n'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The sum of all cells but the bad one. */
const others = () => {
  let sum = 0;
  for (let i = 0; i < RECORDS; i++) if (i + 2 !== BAD) sum += 1 + (i % 7);
  return sum;
};

describe('one bad cell in a hundred thousand', () => {
  it('gives the sum of the others, the count and the line', async () => {
    const { out, err } = await run(`border-stats trend ${path} --every year`);
    expect(out.split('\n')[1]).toContain(`,2024,${others()},`);
    expect(err).toContain(`1 cell left out: not a number, first at ${path}:${BAD} column crossings: "many"`);
  });

  it('is one row without a value in a tidy table, and one finding', async () => {
    const { out } = await run(`border-stats tidy ${path} -q`);
    const rows = out
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(','));
    expect(rows.reduce((sum, row) => sum + Number(row[2]), 0)).toBe(others());
    expect(rows.filter((row) => row[4] === 'unreadable')).toHaveLength(1);
    const check = await run(`border-stats check ${path} -q`);
    expect([check.exit, check.out.split('\n')[1]]).toEqual([
      1,
      `${path},${BAD},crossings,many,readable,error,is not a number`,
    ]);
  });

  it.each(['trend', 'tidy'])('is refused by %s --strict', async (command) => {
    expect(await run(`border-stats ${command} ${path} --strict`)).toMatchObject({ out: '', exit: 3 });
  });
});
