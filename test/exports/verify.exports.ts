import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { run } from '../run.ts';
import { exportPath } from './exports.ts';

const folder = mkdtempSync(join(tmpdir(), 'published-'));
afterAll(() => rmSync(folder, { recursive: true }));

const PUBLISHED = readFileSync(new URL('published.yaml', import.meta.url), 'utf8').replace(
  /(?<=: )(?=(?:crossings|seizures|thai)\/)/g,
  `${exportPath('')}/`,
);

interface Row {
  readonly claim: string;
  readonly claim_sentence: string;
  readonly verdict: string;
  readonly reading: string | null;
  readonly objections: string | null;
  readonly why: string | null;
}

async function verdicts(text: string, options = ''): Promise<Row[]> {
  const path = join(folder, 'claims.yaml');
  writeFileSync(path, text);
  const { out, err } = await run(`border-stats verify ${path} ${options} -f json -q`);
  if (out === '') throw new Error(err);
  return (JSON.parse(out) as { rows: Row[] }).rows;
}

/** Its sentence has base and current too, which the percentage must fit. */
const OWN_FIGURES = 'uk-2024';

/** Every percentage of the sentences, three points away; multiples and levels, a third. */
const moved = (text: string, by: number): string =>
  text.replace(/^( +sentence: )(.*)$/gm, (_, key: string, sentence: string) => {
    const percent = sentence.replace(
      /(\d+(?:\.\d+)?)(?= ?%| percent| per cent)|(?<=ร้อยละ )(\d+(?:\.\d+)?)/g,
      (number) => `${Math.round((Number(number) + by) * 10) / 10}`,
    );
    return `${key}${percent === sentence ? sentence.replace('more than tripled', 'quadrupled').replace('209', '240') : percent}`;
  });

describe('what was published of the exports', () => {
  const ids = (parse(PUBLISHED) as { claims: { id: string }[] }).claims.map(({ id }) => id);

  test('is supported', async () => {
    const rows = await verdicts(PUBLISHED);
    expect(new Set(rows.map(({ claim }) => claim))).toEqual(new Set(ids));
    expect(rows.filter(({ verdict }) => verdict !== 'supported')).toEqual([]);
  });

  test.each([3, -3])('is contradicted with each figure moved by %d points', async (by) => {
    const rows = await verdicts(moved(PUBLISHED, by));
    expect(new Set(rows.map(({ claim }) => claim))).toEqual(new Set(ids));
    const expected = ({ claim }: Row) => (claim === OWN_FIGURES ? 'impossible' : 'contradicted');
    expect(rows.filter((row) => row.verdict !== expected(row))).toEqual([]);
  });
});

/** Detections rise into September and fall into March in every year, whatever the trend. */
test.each([
  ['rose by 16 % in the preceding six months', '2017-09-30'],
  ['fell by 33 % in the preceding six months', '2019-03-31'],
])('"detections %s" of %s is supported only on condition of the season', async (words, day) => {
  const [row] = await verdicts(
    `- {sentence: 'Detections ${words}.', source: '${exportPath('crossings/frontex_2009-2025.csv')}', published: ${day}}`,
  );
  expect(row).toMatchObject({ verdict: 'supported-only-if', reading: 'against the window before' });
  expect(row?.objections).toMatch(/^the season may explain it: against the same window a year before it is /);
});

describe('on the edition of its day', () => {
  const editions = join(folder, 'editions');
  for (const [day, name] of [
    ['2019-03-31', 'bts_2019-03.csv'],
    ['2025-03-31', 'bts_1996-2025.csv'],
  ] as const) {
    mkdirSync(join(editions, day), { recursive: true });
    symlinkSync(exportPath(`crossings/${name}`), join(editions, day, 'bts.csv'));
  }
  const claim = (figure: string, published: string) =>
    `- {sentence: 'In 2018, ${figure} crossings were made in personal vehicles.', source: bts.csv, where: Measure=Personal Vehicle Passengers, published: ${published}}`;

  test.each([
    ['196,421,128', '2019-04-30', 'supported'],
    ['196,352,102', '2019-04-30', 'contradicted'],
    ['196,352,102', '2025-04-30', 'supported'],
    ['196,421,128', '2025-04-30', 'contradicted'],
    ['196,421,128', '2018-12-31', 'unverifiable'],
  ])('%s, published on %s, is %s', async (figure, published, verdict) => {
    const [row] = await verdicts(claim(figure, published), `--as-known ${editions}`);
    expect(row?.verdict).toBe(verdict);
  });
});
