import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { expectClose } from '../expect-close.ts';
import { type Answer, answer, exportPath, FOLDER } from './exports.ts';

type Figures = Record<
  'base' | 'current' | 'change' | 'relative_change' | 'ratio_low' | 'ratio_high' | 'dispersion',
  number
>;

/** Made by change.py from the same files. */
const expected = JSON.parse(readFileSync(new URL('change.json', import.meta.url), 'utf8')) as Record<
  string,
  Record<string, Figures>
>;

function expectFigures({ rows }: Answer, dimension: string | null, figures: Record<string, Figures>): void {
  for (const [key, wanted] of Object.entries(figures)) {
    const row = rows.find((one) => dimension === null || one[dimension] === key);
    for (const [name, figure] of Object.entries(wanted)) {
      expectClose(Number(row?.[name]), figure, name === 'base' || name === 'current' ? 0 : 1e-9, `${key} ${name}`);
    }
  }
}

describe.skipIf(FOLDER === undefined)('change on real exports', { timeout: 300_000 }, () => {
  it('compares the last six months of encounters with the six before, by region', async () => {
    const path = exportPath('crossings/cbp_encounters_fy20-fy24.csv');
    const result = await answer(`border-stats change ${path} --window 6m --by land_border_region`);
    expectFigures(result, 'land_border_region', expected.encounters ?? {});
    const parts = result.rows.filter((row) => row.land_border_region !== 'total');
    const sum = parts.reduce((all, row) => all + Number(row.contribution), 0);
    expect(sum).toBeCloseTo(Number(result.rows[result.rows.length - 1]?.relative_change), 12);
  });

  it('compares the last twelve complete months of small boats with the twelve before', async () => {
    const result = await answer(`border-stats change ${exportPath('crossings/uk_small_boats_daily.csv')} --window 12m`);
    expectFigures(result, null, expected.small_boats ?? {});
    expect(result.rows[0]?.window).toBe('2025-08…2026-07 (12 months, 365 days)');
  });

  it('compares twelve months of detections by route, where a missing row means none', async () => {
    const path = exportPath('crossings/frontex_2009-2025.csv');
    expectFigures(await answer(`border-stats change ${path} --window 12m --by route`), 'route', expected.frontex ?? {});
  });
});
