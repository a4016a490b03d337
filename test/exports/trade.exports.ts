import { describe, expect, it } from 'vitest';
import { answer, exportPath, FOLDER, recordsOf } from './exports.ts';

if (FOLDER === undefined) console.warn('the exports suite is skipped: BORDER_STATS_EXPORTS names no folder');

const MINUTES = 5 * 60_000;
const comtrade = exportPath('trade/comtrade_thailand_8542.csv');
const census = exportPath('trade/us_census_country.xlsx');
const rates = exportPath('trade/ecb_eurofxref-hist.csv');
const prices = exportPath('trade/us_cpi_monthly_cpiai.csv');

type Row = Readonly<Record<string, string>>;
const sum = (rows: readonly Row[], column: string) => rows.reduce((total, row) => total + Number(row[column]), 0);

describe.skipIf(FOLDER === undefined)('trade on real exports', { timeout: MINUTES }, () => {
  it('leaves the world out of the partners, whose shares add up to one', async () => {
    const { rows } = await answer(`border-stats trade ${comtrade} --by partner`);
    const world = recordsOf('trade/comtrade_thailand_8542.csv').filter(({ partnerDesc }) => partnerDesc === 'World');
    expect(world).toHaveLength(11);
    expect(rows.filter(({ partnerDesc }) => partnerDesc === 'World')).toEqual([]);
    for (const { period = '', primaryValue } of world) {
      const of = rows.filter((row) => row.period === period && row.partnerDesc !== 'total');
      const total = rows.find((row) => row.period === period && row.partnerDesc === 'total');
      expect(Math.abs(sum(of, 'share_of_total') - 1)).toBeLessThan(1e-12);
      expect(Math.abs(Number(total?.value) - Number(primaryValue))).toBeLessThanOrEqual(3);
      if (period !== '2014')
        expect(Math.abs(sum(of, 'contribution') - Number(total?.relative_change))).toBeLessThan(1e-12);
      expect([total?.reporter, total?.flow, total?.valuation, total?.unit]).toEqual([
        'Thailand',
        'imports',
        'cif',
        'USD',
      ]);
    }
  });

  it('gives the same from the sheet as from the text', async () => {
    for (const view of ['--by partner', '--prices']) {
      const [text, sheet] = [
        await answer(`border-stats trade ${comtrade} ${view}`),
        await answer(`border-stats trade ${exportPath('trade/comtrade_thailand_8542.xlsx')} ${view}`),
      ];
      expect(sheet.rows).toEqual(text.rows);
    }
  });

  it('says that the classification changes, and how much of the value has a weight', async () => {
    const { rows, notes } = await answer(`border-stats trade ${comtrade} --prices`);
    expect(notes).toContain(
      'the classification of goods changes along the series (H4 2014…2016, H5 2017…2021, H6 2022…2024)',
    );
    const of = (period: string) => rows.find((row) => row.period === period && row.comparison === 'previous');
    expect(of('2015')?.price_status).toBe('low-coverage');
    const newest = of('2024') as Row;
    expect(Number(newest.fisher) * Number(newest.fisher_volume)).toBeCloseTo(Number(newest.value_index), 8);
    expect(Number(newest.coverage)).toBeGreaterThan(0.99);
  });

  it.each(['Thailand', 'Kazakhstan'])('gives the yearly figures that the US Census states of %s', async (country) => {
    const { rows } = await answer(`border-stats trade ${census} --where CTYNAME=${country}`);
    const monthly = await answer(`border-stats trade ${census} --where CTYNAME=${country} --every month`);
    const stated = await statedYears(country);
    const years = rows.filter(({ flags }) => !flags?.includes('partial'));
    expect(years.map(({ period }) => period)[0]).toBe(country === 'Thailand' ? '1985' : '1992');
    for (const { flow = '', period = '', value } of years) {
      if (flow === 'imports' || flow === 'exports')
        expect(Number(value)).toBeCloseTo(stated[`${flow} ${period}`] ?? Number.NaN, 9);
      const months = monthly.rows.filter((row) => row.flow === flow && row.period?.startsWith(period));
      expect(sum(months, 'value')).toBeCloseTo(Number(value), 6);
    }
    for (const { period = '', value } of years.filter(({ flow }) => flow === 'trade')) {
      expect(Number(value)).toBeCloseTo((stated[`imports ${period}`] ?? 0) + (stated[`exports ${period}`] ?? 0), 9);
    }
  });

  it('takes the zeros of months that are not published for no figures', async () => {
    const { rows, notes } = await answer(`border-stats trade ${census} --where CTYNAME=Thailand --from 2023`);
    expect(notes).toContain('all of them 0: not published yet');
    expect(rows.map(({ change_status }) => change_status)).toEqual(['part', 'part', 'part', 'part']);
  });

  it('adds up countries without their regions to the world', async () => {
    const all = await answer(`border-stats trade ${census} --to 2021`);
    const world = await answer(
      `border-stats trade ${census} --to 2021 --where 'CTYNAME=World, Not Seasonally Adjusted'`,
    );
    const recent = (rows: readonly Row[]) =>
      rows
        .filter(({ period = '' }) => period >= '2010')
        .map(({ flow, period, value }) => [flow, period, Number(value).toFixed(6)]);
    expect(recent(all.rows)).toEqual(recent(world.rows));
  });

  it('converts at the mean of the days that have both rates, month by month', async () => {
    const { rows } = await answer(
      `border-stats trade ${census} --where CTYNAME=Thailand --every month --from 2022-01 --to 2022-12 --rates ${rates} --in THB`,
    );
    const plain = await answer(
      `border-stats trade ${census} --where CTYNAME=Thailand --every month --from 2022-01 --to 2022-12`,
    );
    const days = recordsOf('trade/ecb_eurofxref-hist.csv').filter(({ USD, THB }) => USD !== 'N/A' && THB !== 'N/A');
    for (const [i, row] of rows.entries()) {
      const crosses = days
        .filter(({ Date: day }) => day?.startsWith(row.period ?? '-'))
        .map(({ USD, THB }) => Number(THB) / Number(USD));
      const mean = crosses.reduce((total, rate) => total + rate, 0) / crosses.length;
      expect(Number(row.rate_days)).toBe(crosses.length);
      expect(Number(row.exchange_rate)).toBeCloseTo(mean, 10);
      expect(Number(row.value) / (Number(plain.rows[i]?.value) * mean)).toBeCloseTo(1, 12);
    }
  });

  it('gives real values beside nominal ones', async () => {
    const { rows } = await answer(
      `border-stats trade ${census} --where CTYNAME=Thailand --from 2015 --to 2022 --deflator ${prices} --base 2015`,
    );
    const year = (text: string) => {
      const months = recordsOf('trade/us_cpi_monthly_cpiai.csv').filter(({ Date: day }) => day?.startsWith(text));
      return sum(months as Row[], 'Index') / months.length;
    };
    for (const { period = '', value, real_value } of rows) {
      expect(Number(real_value)).toBeCloseTo((Number(value) * year('2015')) / year(period), 6);
    }
  });
});

/** The yearly columns of the sheet, read without any code of the project that understands it. */
async function statedYears(country: string): Promise<Record<string, number>> {
  const { readFile } = await import('node:fs/promises');
  const { readXlsx } = await import('hucre/xlsx');
  const book = await readXlsx(await readFile(census));
  const [names = [], ...rows] = book.sheets[0]?.rows ?? [];
  const at = (name: string) => names.indexOf(name);
  const found = rows.filter((row) => row[at('CTYNAME')] === country);
  return Object.fromEntries(
    found.flatMap((row) => [
      [`imports ${row[at('year')]}`, Number(row[at('IYR')])],
      [`exports ${row[at('year')]}`, Number(row[at('EYR')])],
    ]),
  );
}
