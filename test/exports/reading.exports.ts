import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openSource } from '../../src/source/open.ts';
import { sourceRecords } from '../../src/source/source-records.ts';
import { answer, exportPath, FOLDER, levels, recordsOf, sums } from './exports.ts';

const MINUTES = 5 * 60_000;

describe.skipIf(FOLDER === undefined)('reading of real exports', { timeout: MINUTES }, () => {
  it('decodes the provinces of TIS-620 to those of UTF-8', async () => {
    expect(await recordsIn('thai/province_tis620.csv')).toEqual(await recordsIn('thai/province_utf8.csv'));
  });

  it('keeps the units and substances of UNODC apart, and every record', async () => {
    const result = await answer(`border-stats trend ${exportPath('seizures/unodc_ids_2011-2016.csv')} --every year`);
    expect(result.provenance).toMatchObject({ records: 311038, rejected: 0, profile: 'unodc-ids' });
    const counted = await answer(
      `border-stats trend ${exportPath('seizures/unodc_ids_2011-2016.csv')} --measure seizures --by DRUG_UNIT,COUNTRY --sum-over DRUG_NAME --every year`,
    );
    const total = (test: (row: Record<string, string>) => boolean) =>
      counted.rows.filter(test).reduce((sum, { value }) => sum + Number(value), 0);
    expect(total(({ COUNTRY }) => COUNTRY === 'Myanmar')).toBe(2100);
    expect(total(({ COUNTRY }) => COUNTRY === 'Thailand')).toBe(209);
    expect(total(({ DRUG_UNIT }) => DRUG_UNIT === 'Kilogram')).toBe(241317);
    expect(total(({ DRUG_UNIT }) => DRUG_UNIT === 'Gram')).toBe(58017);
  });

  it('reads Comtrade in Latin-1, without adding the world to its parts', async () => {
    const path = exportPath('trade/comtrade_thailand_8542.csv');
    const parts = await answer(`border-stats trend ${path}`);
    expect(parts.provenance).toMatchObject({ records: 1178, rejected: 0, profile: 'comtrade' });
    expect(parts.notes).toContain('read as windows-1252');
    const world = levels(await answer(`border-stats trend ${path} --where partnerDesc=World`));
    for (const [year, value] of Object.entries(levels(parts))) {
      expect(Math.abs(value - (world[year] ?? 0))).toBeLessThanOrEqual(3);
    }
    const named = await answer(`border-stats trend ${path} --where "partnerDesc=Côte d'Ivoire"`);
    expect(named.rows.length).toBeGreaterThan(0);
  });

  it('gives the same for Comtrade as a workbook', async () => {
    const from = (ending: string) =>
      answer(`border-stats trend ${exportPath(`trade/comtrade_thailand_8542.${ending}`)} --by partnerISO`);
    expect((await from('xlsx')).rows).toEqual((await from('csv')).rows);
  });

  it('sums the months of the US Census to its years', async () => {
    const path = exportPath('trade/us_census_country.xlsx');
    const rows = (await answer(`border-stats trend ${path} --by CTY_CODE --every year`)).rows;
    const ours = new Map(rows.map((row) => [`${row.measure} ${row.CTY_CODE} ${row.period}`, Number(row.value)]));
    const years = await yearsOfCensus(path);
    expect(years.length).toBe(2 * 8474);
    expect(years.filter(([key, value]) => Math.abs((ours.get(key) ?? Number.NaN) - value) > 1e-6)).toEqual([]);
    const first = (name: string) => rows.filter((row) => row.CTY_CODE === name)[0]?.period;
    expect([first('5490'), first('4634')]).toEqual(['1985', '1992']);
  });

  it('reads the rates of the ECB one by one', async () => {
    const path = exportPath('trade/ecb_eurofxref-hist.csv');
    const baht = await answer(`border-stats trend ${path} --where currency=THB --every day`);
    const plain = recordsOf('trade/ecb_eurofxref-hist.csv').filter(({ THB }) => THB !== 'N/A');
    const ours = baht.rows.filter(({ value }) => value !== '');
    expect(ours[0]?.period).toBe('2005-04-01');
    expect(Object.fromEntries(ours.map(({ period, value }) => [period, value]))).toEqual(
      Object.fromEntries(plain.map(({ Date: day, THB }) => [day, String(Number(THB))])),
    );
  });

  it('reads the consumer prices month by month', async () => {
    const result = await answer(`border-stats trend ${exportPath('trade/us_cpi_monthly_cpiai.csv')}`);
    expect(result.provenance).toMatchObject({ records: 1360, rejected: 0 });
  });

  it('reads Thai months of Buddhist years', async () => {
    const name = 'thai/tourism_2563-2565.csv';
    const result = await answer(`border-stats trend ${exportPath(name)} --measure foreign_visitors --every year`);
    expect(result.provenance).toMatchObject({ records: 2310, rejected: 0, profile: 'thai-tourism' });
    const plain = sums(recordsOf(name), ({ year }) => String(Number(year) - 543), 'foreign_visitors');
    expect(levels(result)).toEqual(plain);
    expect(result.rows.at(-1)).toMatchObject({ period: '2022', flags: expect.stringContaining('partial') });
  });

  it('counts the events of UCDP', async () => {
    const path = exportPath('incidents/ucdp_ged_myanmar.csv');
    const result = await answer(`border-stats trend ${path} --every year --measure events,deaths`);
    expect(result.provenance).toMatchObject({ records: 7374, rejected: 0, profile: 'ucdp-ged' });
    const total = (measure: string) =>
      result.rows.filter((row) => row.measure === measure).reduce((sum, { value }) => sum + Number(value), 0);
    expect([total('events'), total('deaths')]).toEqual([7374, 28721]);
  });

  it('refuses what tells no period, with the flag that would', async () => {
    const path = exportPath('incidents/ucdp_myanmar_distance_to_border_oracle_s2.csv');
    await expect(answer(`border-stats trend ${path}`)).rejects.toThrow('name it with --date');
  });
});

/** The records of a file as the program cuts them, whatever its columns mean. */
async function recordsIn(name: string): Promise<string[][]> {
  const stdin = (async function* () {})();
  const options = { date: ['abbr'], measure: ['records'] };
  const source = await openSource([exportPath(name)], options, stdin);
  const records: string[][] = [];
  for await (const batch of sourceRecords(source)) records.push(...batch.map(({ fields }) => [...fields]));
  return records;
}

/** The totals that the sheet gives for each country and year, by the keys of our rows. */
async function yearsOfCensus(path: string): Promise<[string, number][]> {
  const { readXlsx } = await import('hucre/xlsx');
  const { sheets } = await readXlsx(readFileSync(path));
  const [header = [], ...rows] = sheets[0]?.rows ?? [];
  const at = (name: string) => header.indexOf(name);
  return rows.flatMap((row): [string, number][] => [
    [`imports ${row[at('CTY_CODE')]} ${row[at('year')]}`, Number(row[at('IYR')])],
    [`exports ${row[at('CTY_CODE')]} ${row[at('year')]}`, Number(row[at('EYR')])],
  ]);
}
