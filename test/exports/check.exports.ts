import { describe, expect, test } from 'vitest';
import { run } from '../run.ts';
import { exportPath } from './exports.ts';

/** How many findings of each rule, as a text; empty where there are none. */
async function findings(file: string): Promise<{ exit: number; counts: Record<string, number> }> {
  const { out, exit } = await run(`border-stats check ${exportPath(file)} -q -f ndjson`);
  const counts: Record<string, number> = {};
  for (const line of out.split('\n').filter(Boolean)) {
    const { rule } = JSON.parse(line) as { rule: string };
    counts[rule] = (counts[rule] ?? 0) + 1;
  }
  return { exit, counts };
}

describe('exports that break a rule in truth', () => {
  test.each([
    ['crossings/bts_1996-2025.csv', { unique: 11, identical: 1 }],
    ['crossings/bts_2019-03.csv', { unique: 1, identical: 1 }],
    ['seizures/unodc_ids_2011-2016.csv', { required: 22 }],
    ['trade/us_cpi_monthly_cpiai.csv', { complete: 1 }],
  ])('%s', async (file, counts) => {
    expect(await findings(file)).toEqual({ exit: 1, counts });
  });
});

describe('exports that obey the rules of their profile', () => {
  test.each([
    'crossings/cbp_encounters_fy20-fy24.csv',
    'crossings/frontex_2009-2025.csv',
    'crossings/hk_daily_2021-2026.csv',
    'crossings/uk_small_boats_daily.csv',
    'crossings/uk_small_boats_monthly.csv',
    'crossings/uk_small_boats_yearly.csv',
    'seizures/cbp_drugs_fy20-fy23.csv',
    'trade/comtrade_thailand_8542.csv',
    'trade/comtrade_thailand_8542.xlsx',
    'trade/ecb_eurofxref-hist.csv',
    'trade/us_census_country.xlsx',
    'thai/tourism_2563-2565.csv',
    'incidents/ucdp_ged_myanmar.csv',
  ])('%s', async (file) => {
    expect(await findings(file)).toEqual({ exit: 0, counts: {} });
  });
});
