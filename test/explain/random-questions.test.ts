import { describe, expect, it } from 'vitest';
import { FIGURE_COLUMNS } from '../../src/report/vocabulary.ts';
import { random } from '../random.ts';
import { run } from '../run.ts';
import { checkFigure, readRows } from './checked-figure.ts';

/** What may be asked of a file: each list gives one option or none, at random. */
const QUESTIONS: readonly (readonly [start: string, ...options: (readonly string[])[]])[] = [
  [
    'trend data/samples/crossings.csv',
    ['', '--by checkpoint', '--where "checkpoint=Mae Sai"'],
    ['', '--every quarter', '--every half', '--every year'],
    ['', '--per day', '--summary', '--running-mean', '--index 2024'],
    ['', '--stat mean', '--stat max', '--as-of 2025-02-10'],
  ],
  [
    'change data/samples/crossings.csv',
    ['--window 6m', '--window 1q', '--window 3m', '--window ytd'],
    ['', '--against year'],
    ['', '--by checkpoint', '--where "checkpoint!=Thoeng"'],
    ['', '--per day', '--variants', '--all-readings', '--interval exact'],
  ],
  [
    'seizures data/samples/seizures.csv',
    ['', '--every half', '--every quarter', '--window 6m', '--window 1q'],
    ['', '--against year'],
    ['', '--in kg', '--in g', '--in tablet'],
    ['', '--where substance=heroin', '--by place'],
  ],
  [
    'trade fixtures/trade-thailand.csv',
    ['', '--by partner', '--by commodity', '--by partner --concentration', '--prices', '--prices --by partner'],
    ['', '--where partner=Myanmar', '--where "commodity!=2710"'],
    ['', '--from 2023'],
  ],
  [
    'trade fixtures/trade-months.csv',
    ['', '--every month', '--every quarter'],
    [
      '',
      '--rates fixtures/ecb-rates.csv --in THB',
      '--rates fixtures/ecb-rates.csv --in EUR',
      '--deflator fixtures/us-cpi.csv --base 2024-01',
    ],
    ['', '--by partner', '--by partner --concentration'],
  ],
  [
    'near fixtures/incidents.csv --border fixtures/river.geojson',
    ['', '--within 20km', '--within 30mi', '--bands 5,50,500'],
    ['', '--every quarter', '--window 1m', '--window 1q', '--summary'],
    ['', '--sensitivity', '--per day'],
  ],
  [
    'revise fixtures/edition-march.csv fixtures/edition-may.csv',
    ['', '--by checkpoint'],
    ['', '--by-age', '--figures'],
    ['', '--every quarter', '--per day'],
  ],
];
const TRIES = Number(process.env.TRIES ?? 28);

describe('a figure of any question', () => {
  it('comes to the same by its explanation', async () => {
    const { uniform } = random(Number(process.env.SEED ?? 2024));
    const oneOf = <T>(list: readonly T[]): T => list[Math.floor(uniform() * list.length)] as T;
    let explained = 0;
    for (let i = 0; i < TRIES; i++) {
      const [start, ...options] = QUESTIONS[i % QUESTIONS.length] as (typeof QUESTIONS)[number];
      const line = `border-stats ${[start, ...options.map(oneOf)].filter((text) => text !== '').join(' ')} -q`;
      const { out, err, exit } = await run(`${line} --ids`);
      expect(exit, `${line}: ${err}`).toBeLessThan(70);
      if (exit !== 0) continue;
      const rows = readRows(out);
      const row = oneOf(rows);
      const column = oneOf(Object.keys(row ?? {}).filter((name) => FIGURE_COLUMNS.includes(name)));
      if (!row || column === undefined) continue;
      const id = row.id === '' ? column : `${column}[${row.id}]`;
      const asked = await run(`${line} --explain "${id}"`);
      expect(asked.exit, `${line} --explain "${id}": ${asked.err}`).toBe(0);
      checkFigure(`${line} ${id}`, row[column] ?? '', readRows(asked.out));
      explained++;
    }
    expect(explained).toBeGreaterThan(TRIES / 2);
  });
});
