import { describe, expect, it } from 'vitest';
import { run } from '../run.ts';

const LINES = [
  'border-stats seizures fixtures/seizures.csv --every quarter --in kg --by province -f csv',
  'border-stats seizures fixtures/seizures.csv --large 1000:tablet -f csv',
  'border-stats seizures fixtures/cbp-drugs.csv --every fiscal-year -f csv',
];

describe('seizures', () => {
  it.each(LINES)('are the same on either engine: %s', async (line) => {
    expect(await run(`${line} --engine reference`)).toEqual(await run(line));
  });

  it('are the same from a pipe as from a file but for the name', async () => {
    const piped = await run('border-stats seizures --every quarter', { stdin: 'fixtures/seizures.csv' });
    const { out } = await run('border-stats seizures fixtures/seizures.csv --every quarter');
    expect(piped.out.replaceAll('<stdin>', 'fixtures/seizures.csv')).toBe(out);
  });

  it('hold every period of the source where an absent one means none', async () => {
    const { out } = await run("border-stats seizures fixtures/seizures.csv --gaps zero --where 'item=GHB' -f csv");
    const rows = out.trim().split('\n').slice(1);
    expect(rows.map((row) => row.split(',').slice(3, 6).join())).toEqual([
      '2024-01,2023-12,0',
      '2024-02,2024-01,0',
      '2024-03,2024-02,1',
      '2024-04,2024-03,0',
      '2024-05,2024-04,0',
      '2024-06,2024-05,0',
    ]);
  });
});
