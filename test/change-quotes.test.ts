import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { claimBlock, claimId } from '../src/analyses/claim-block.ts';
import { englishWindow, thaiWindow } from '../src/analyses/window-words.ts';
import { markdownClaims } from '../src/claims/markdown-claims.ts';
import { cadence, dayNumber, ordinalOf } from '../src/period/index.ts';
import { run } from './run.ts';

const month = cadence('month');
const months = (from: [number, number], to: [number, number]) => {
  const [first, last] = [from, to].map(([year, of]) => ordinalOf({ year, month: of, day: 1 }, month)) as [
    number,
    number,
  ];
  return { first, last };
};

it.each([
  [[2025, 1], [2025, 6], 'in January–June 2025', 'ในช่วง ม.ค.–มิ.ย. 2568', 'ในช่วง ม.ค.–มิ.ย. 2025'],
  [[2024, 1], [2024, 12], 'in 2024', 'ในปี 2567', 'ในปี 2024'],
  [
    [2024, 11],
    [2025, 4],
    'in the 6 months to April 2025',
    'ในช่วง พ.ย. 2567 ถึง เม.ย. 2568',
    'ในช่วง พ.ย. 2024 ถึง เม.ย. 2025',
  ],
  [[2025, 2], [2025, 2], 'in February 2025', 'ในเดือน ก.พ. 2568', 'ในเดือน ก.พ. 2025'],
  [[2025, 3], [2025, 8], 'in March–August 2025', 'ในช่วง มี.ค.–ส.ค. 2568', 'ในช่วง มี.ค.–ส.ค. 2025'],
] as [[number, number], [number, number], string, string, string][])(
  'says %s to %s',
  (from, to, english, buddhist, common) => {
    const window = months(from, to);
    expect(englishWindow(window, month)).toBe(english);
    expect(thaiWindow(window, month, true)).toBe(buddhist);
    expect(thaiWindow(window, month, false)).toBe(common);
  },
);

it('says days and fiscal years by the days and months that they are of', () => {
  const days = {
    first: dayNumber({ year: 2025, month: 4, day: 2 }),
    last: dayNumber({ year: 2025, month: 6, day: 30 }),
  };
  expect(englishWindow(days, cadence('day'))).toBe('in the 90 days to 30 June 2025');
  expect(thaiWindow(days, cadence('day'), true)).toBe('ในช่วงวันที่ 2 เม.ย. 2568 ถึงวันที่ 30 มิ.ย. 2568');
  const fiscal = cadence('fiscal-year');
  const year = ordinalOf({ year: 2024, month: 10, day: 1 }, fiscal);
  expect(englishWindow({ first: year, last: year }, fiscal)).toBe('in the 12 months to September 2025');
});

it('writes a claim that no value can end or bend', () => {
  const where = ['port=A --> B: "x" # y', 'note=yes'];
  const block = claimBlock({
    id: claimId(['a b', '[c]']),
    source: { files: 'a.csv', era: 'be' },
    where,
    unit: undefined,
  });
  expect(parse(block.slice('<!-- claim:'.length, -'-->'.length))).toEqual({
    id: 'a-b-c',
    source: { files: 'a.csv', era: 'be' },
    where,
  });
  const [claim] = markdownClaims('a.md', `It rose. ${block}`);
  expect(claim?.claim).toMatchObject({ id: 'a-b-c', sentence: 'It rose.', where });
});

const CROSSINGS = resolve('data/samples/crossings.csv');

it.each([
  '--window 6m',
  '--window 6m --by checkpoint',
  '--window 6m --ending 2025-04',
  '--window 2024 --against 2023',
  '--window 1m --where "checkpoint in Mae Sai,Thoeng"',
  '--window 2m --ending 2025-01 --where "checkpoint!=Thoeng"',
  '--window 1q --era be',
])('change %s is borne out by verify, in both languages', async (options) => {
  const folder = mkdtempSync(join(tmpdir(), 'quotes-'));
  try {
    for (const language of ['en', 'th']) {
      const article = join(folder, `${language}.md`);
      const { out } = await run(
        `border-stats change ${CROSSINGS} ${options} --sentence --language ${language} -f md -q`,
      );
      expect(markdownClaims(article, out).length).toBeGreaterThan(0);
      writeFileSync(article, out);
      const verdict = await run(`border-stats verify ${article} -f json -q`);
      expect(JSON.parse(verdict.out).rows.map((row: { verdict: string }) => row.verdict)).not.toContain('contradicted');
      expect(verdict.exit, verdict.out).toBe(0);
      writeFileSync(
        article,
        out.replace(/(\d)(\.\d %| จาก)/, (_, digit, rest) => `${digit}9${rest}`).replace(/ร้อยละ (\d)/, 'ร้อยละ 9$1'),
      );
      expect((await run(`border-stats verify ${article} -q`)).exit).toBe(1);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it.each([
  'fixtures/balance.csv --window 1m',
  'fixtures/shares.csv --window 1m',
  'data/samples/armed-groups.csv --window 1m --as-of 2025-06-20 --partial include',
  'data/samples/crossings.csv --window 6m --per day',
])('makes no claim that verify would not read for what it is: %s', async (options) => {
  const { out } = await run(`border-stats change ${options} --sentence -f json -q`);
  expect(JSON.parse(out).rows.map((row: { claim_block: unknown }) => row.claim_block)).toEqual([null]);
});
