import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { answer, exportPath, FOLDER, levels, recordsOf, sums } from './exports.ts';

if (FOLDER === undefined) console.warn('the exports suite is skipped: BORDER_STATS_EXPORTS names no folder');

const MINUTES = 5 * 60_000;

describe.skipIf(FOLDER === undefined)('trend on real exports', { timeout: MINUTES }, () => {
  it('gives the fiscal-year totals of CBP encounters', async () => {
    const result = await answer(
      `border-stats trend ${exportPath('crossings/cbp_encounters_fy20-fy24.csv')} --every fiscal-year`,
    );
    expect(levels(result)).toEqual({
      FY2020: 646822,
      FY2021: 1956519,
      FY2022: 2766582,
      FY2023: 3201144,
      FY2024: 2901142,
    });
    expect(result.provenance).toMatchObject({ records: 68815, rejected: 0, profile: 'cbp-encounters' });
  });

  it('puts October to December of a fiscal year into the calendar year before', async () => {
    const result = await answer(`border-stats trend ${exportPath('crossings/cbp_encounters_fy20-fy24.csv')}`);
    expect(result.rows[0]?.period).toBe('2019-10');
    expect(result.rows[result.rows.length - 1]?.period).toBe('2024-09');
  });

  it('gives the yearly and monthly figures of UK small boats from the daily ones', async () => {
    const daily = exportPath('crossings/uk_small_boats_daily.csv');
    const years = await answer(`border-stats trend ${daily} --every year`);
    expect(Object.values(levels(years))).toEqual([299, 1843, 8462, 28526, 45755, 29437, 36816, 41472, 15897]);
    expect(years.rows[years.rows.length - 1]).toMatchObject({
      flags: expect.stringContaining('partial'),
      relative_change: '',
    });
    for (const every of ['month', 'year']) {
      const published = await answer(`border-stats trend ${exportPath(`crossings/uk_small_boats_${every}ly.csv`)}`);
      const summed = await answer(`border-stats trend ${daily} --every ${every}`);
      expect(summed.rows.map(({ period, value }) => [period, value])).toEqual(
        published.rows.map(({ period, value }) => [period, value]),
      );
    }
  });

  it('keeps a blank day missing', async () => {
    const { rows } = await answer(
      `border-stats trend ${exportPath('crossings/uk_small_boats_daily.csv')} --every day --to 2018-01-01`,
    );
    expect(rows).toMatchObject([{ period: '2018-01-01', value: '', flags: 'missing,blank' }]);
  });

  it('reads every record of the border crossing entries since 2019', async () => {
    const name = 'crossings/bts_1996-2025.csv';
    const result = await answer(`border-stats trend ${exportPath(name)} --by Border,Measure --every year`);
    expect(result.provenance).toMatchObject({ records: 399406, rejected: 0, profile: 'bts' });
    const plain = sums(recordsOf(name), (r) => `${r.Border} ${r.Measure} ${r.Date?.slice(4)}`, 'Value');
    const ours = Object.fromEntries(
      result.rows.map((row) => [`${row.Border} ${row.Measure} ${row.period}`, Number(row.value)]),
    );
    expect(ours).toEqual(plain);
  });

  it('finds the three series of border crossing entries with missing months', async () => {
    const result = await answer(
      `border-stats trend ${exportPath('crossings/bts_1996-2025.csv')} --by Border --summary`,
    );
    expect(result.rows).toHaveLength(24);
    expect(result.rows.filter(({ missing }) => missing !== '0')).toHaveLength(3);
    expect(new Set(result.rows.map(({ first_period, last_period }) => `${first_period} ${last_period}`))).toEqual(
      new Set(['1996-01 2025-02']),
    );
  });

  it('reads every record of the edition of 2019, with grouping commas and quoted newlines', async () => {
    const name = 'crossings/bts_2019-03.csv';
    const result = await answer(`border-stats trend ${exportPath(name)} --by Border`);
    expect(result.provenance).toMatchObject({ records: 344370, rejected: 0, profile: 'bts-2019' });
    const month = (date = '') => `${date.slice(6, 10)}-${date.slice(0, 2)}`;
    const plain = sums(recordsOf(name), (r) => `${r.Border} ${r.Measure} ${month(r.Date)}`, 'Value');
    const ours = Object.fromEntries(
      result.rows.flatMap((row) =>
        row.value === '' ? [] : [[`${row.Border} ${row.Measure} ${row.period}`, Number(row.value)]],
      ),
    );
    expect(ours).toEqual(plain);
  });

  it('gives for Hong Kong a total that is the sum of its parts, every day', async () => {
    const path = exportPath('crossings/hk_daily_2021-2026.csv');
    const parts = ['Hong Kong Residents', 'Mainland Visitors', 'Other Visitors'];
    const all = await answer(`border-stats trend ${path} --every day --measure '${[...parts, 'Total'].join(',')}'`);
    const byDay = new Map<string, Record<string, number>>();
    for (const { period = '', measure = '', value } of all.rows)
      byDay.set(period, { ...byDay.get(period), [measure]: Number(value) });
    expect(byDay.size).toBe(1893);
    const wrong = [...byDay].filter(
      ([, day]) => day.Total !== parts.reduce((sum, part) => sum + (day[part] ?? Number.NaN), 0),
    );
    expect(wrong).toEqual([]);
    const one = await answer(
      `border-stats trend ${path} --by 'Control Point' --where 'Control Point in Macau Ferry Terminal,Macao Ferry Terminal' --every day`,
    );
    expect(new Set(one.rows.map((row) => row['Control Point']))).toEqual(new Set(['Macao Ferry Terminal']));
  });

  it('takes a missing row of Frontex for none detected', async () => {
    const result = await answer(`border-stats trend ${exportPath('crossings/frontex_2009-2025.csv')} --by route`);
    expect(result.rows).toHaveLength(9 * 196);
    expect(result.rows[0]?.period).toBe('2009-01');
    expect(result.rows[result.rows.length - 1]?.period).toBe('2025-04');
    const plain = sums(recordsOf('crossings/frontex_2009-2025.csv'), (r) => `${r.route} ${r.t}`, 'n');
    const ours = result.rows
      .filter(({ flags }) => !flags?.includes('zero-filled'))
      .map((row) => [`${row.route} ${row.period}`, Number(row.value)]);
    expect(Object.fromEntries(ours)).toEqual(plain);
  });

  it('sums CBP drug seizures without losing a decimal', async () => {
    const result = await answer(
      `border-stats trend ${exportPath('seizures/cbp_drugs_fy20-fy23.csv')} --every fiscal-year --measure quantity`,
    );
    const plain = sums(
      recordsOf('seizures/cbp_drugs_fy20-fy23.csv'),
      (r) => `${r['Drug Type']} FY${r.FY}`,
      'Sum Qty (lbs)',
    );
    for (const row of result.rows)
      expect(Number(row.value)).toBeCloseTo(plain[`${row['Drug Type']} ${row.period}`] ?? Number.NaN, 6);
    expect(result.rows).toHaveLength(Object.keys(plain).length);
  });

  it('reads the Mexican monthly counts', async () => {
    const result = await answer(
      `border-stats trend ${exportPath('crossings/mexico_apprehensions_monthly.csv')} --every year`,
    );
    const plain = sums(recordsOf('crossings/mexico_apprehensions_monthly.csv'), (r) => r.t?.slice(0, 4) ?? '', 'n');
    expect(levels(result)).toEqual(plain);
  });

  it.each(['original_test_1', 'iafinn_test_4', 'iafinn_test_5', 'iafinn_test_6'])(
    'answers the insight challenge: %s',
    async (name) => {
      const { rows } = await answer(
        `border-stats trend ${exportPath(`insight/${name}/input.csv`)} --by Border,Measure --running-mean`,
      );
      const rounded = (text = '') => (text === '' ? 0 : Math.floor(Number(text) + 0.5));
      const ours = rows
        .filter(({ value }) => value !== '')
        .map(({ Border = '', period = '', Measure = '', value = '', running_mean }) => {
          const date = `${period.slice(5)}/01/${period.slice(0, 4)} 12:00:00 AM`;
          return {
            sort: [period, Number(value), Measure, Border],
            line: [Border, date, Measure, value, rounded(running_mean)].join(','),
          };
        })
        .sort((a, b) => descending(a.sort, b.sort));
      const report = readFileSync(exportPath(`insight/${name}/report.csv`), 'utf8')
        .trim()
        .split(/\r?\n/);
      expect(['Border,Date,Measure,Value,Average', ...ours.map(({ line }) => line)]).toEqual(report);
    },
  );
});

function descending(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  for (const [i, part] of a.entries()) {
    const other = b[i] ?? '';
    if (part !== other) return part < other ? 1 : -1;
  }
  return 0;
}
