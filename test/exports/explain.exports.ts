import { execFileSync } from 'node:child_process';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { random } from '../random.ts';
import { run } from '../run.ts';
import { exportPath, FOLDER } from './exports.ts';

type Row = Record<string, string>;

interface Source {
  readonly line: string;
  readonly file: string;
  readonly delimiter: string;
}

const of = (command: string, path: string, options: string, delimiter = ','): Source => ({
  line: `border-stats ${command} ${exportPath(path)} ${options}`,
  file: exportPath(path),
  delimiter,
});

const SOURCES: readonly Source[] = [
  of('trend', 'crossings/bts_1996-2025.csv', '--every quarter'),
  of('change', 'crossings/bts_1996-2025.csv', '--window 6m --by Border'),
  of('trend', 'crossings/cbp_encounters_fy20-fy24.csv', '--by land_border_region'),
  of('change', 'crossings/cbp_encounters_fy20-fy24.csv', '--window 6m --by land_border_region'),
  of('trend', 'crossings/uk_small_boats_daily.csv', '--every month'),
  of('trend', 'crossings/hk_daily_2021-2026.csv', '--by "Control Point"'),
  of('trend', 'crossings/frontex_2009-2025.csv', '--by route'),
  of('trend', 'seizures/unodc_ids_2011-2016.csv', '--every year', ';'),
  of('trend', 'thai/tourism_2563-2565.csv', '--every quarter'),
];

/** Figures that rest on one value, and what it is called in the formula. */
const LEVELS = ['value', 'previous', 'year_before', 'base', 'current'];
const FIGURES = 50;

describe.skipIf(FOLDER === undefined)('explanations of real exports', { timeout: 600_000 }, () => {
  it('list lines that an independent script sums to the figure', async () => {
    const { uniform } = random(7);
    const below = (count: number) => Math.floor(uniform() * count);
    const asked: { figure: string; request: string }[] = [];
    for (let i = 0; asked.length < FIGURES; i++) {
      const source = SOURCES[i % SOURCES.length] as Source;
      const rows = await answer(`${source.line} --ids`);
      const level = LEVELS.filter((name) => name in (rows[0] ?? {}));
      const name = level[below(level.length)] ?? 'value';
      const valued = rows.filter((row) => row[name] !== '' && row[name] !== '0');
      const row = valued[below(valued.length)];
      if (!row) continue;
      const explained = await answer(`${source.line} --explain "${name}${row.id === '' ? '' : `[${row.id}]`}"`);
      expect(explained.find(({ part }) => part === 'figure')?.result).toBe(row[name]);
      const lines = explained.filter(({ part }) => part === 'tally').map(({ source_lines }) => source_lines);
      const [, column = null] = /of the column "([^"]*)"/.exec(textOf(explained, 'measure')) ?? [];
      const { file, delimiter } = source;
      const request = { file, column, delimiter, encoding: 'utf-8-sig', lines: lines.join(',') };
      asked.push({ figure: `${row[name]}`, request: JSON.stringify(request) });
    }
    const input = `${asked.map(({ request }) => request).join('\n')}\n`;
    const sums = execFileSync('python3', [new URL('explain.py', import.meta.url).pathname], {
      input,
      encoding: 'utf8',
    });
    const summed = sums
      .trim()
      .split('\n')
      .map((text) => text.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, ''));
    expect(summed).toEqual(asked.map(({ figure }) => figure));
    expect(new Set(asked.map(({ request }) => request)).size).toBeGreaterThan(FIGURES - 5);
  });
});

const textOf = (rows: readonly Row[], part: string): string => rows.find((row) => row.part === part)?.text ?? '';

async function answer(line: string): Promise<Row[]> {
  const { out, err, exit } = await run(line);
  if (exit !== 0) throw new Error(`${line}: ${err}`);
  return parse(out, { columns: true }) as Row[];
}
