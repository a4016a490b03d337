import { describe, expect, it } from 'vitest';
import { run } from '../run.ts';
import { exportPath, FOLDER } from './exports.ts';

interface Row {
  readonly [column: string]: unknown;
}

interface Inspected {
  readonly columns: readonly Row[];
  readonly findings: readonly Row[];
  readonly decisions: readonly Row[];
  readonly records: number;
}

async function inspected(...words: readonly string[]): Promise<Inspected> {
  const { out, err, exit } = await run(`border-stats inspect ${words.join(' ')} -f json`);
  expect(exit, err).toBe(0);
  const { rows, sections, provenance } = JSON.parse(out);
  const [findings, decisions] = [sections.findings.rows, sections.decisions.rows];
  return { columns: rows, findings, decisions, records: provenance.records };
}

const found = ({ findings }: Inspected, kind: string, column: string | null = null) =>
  findings.find((row) => row.finding === kind && (column === null || row.column === column));
const decided = ({ decisions }: Inspected, decision: string) =>
  decisions.find((row) => row.decision === decision)?.decided;
const column = ({ columns }: Inspected, name: string) => columns.find((row) => row.column === name);

/** Every file of the index: how many records, and what the profile is; none where trend has nothing to count by. */
const FILES: readonly (readonly [path: string, records: number, profile: string, command: boolean])[] = [
  ['crossings/bts_1996-2025.csv', 399_406, 'bts', true],
  ['crossings/bts_2019-03.csv', 344_370, 'bts-2019', true],
  ['crossings/cbp_encounters_fy20-fy24.csv', 68_815, 'cbp-encounters', true],
  ['crossings/frontex_2009-2025.csv', 34_273, 'frontex', true],
  ['crossings/uk_small_boats_daily.csv', 3_154, 'uk-small-boats-daily', true],
  ['crossings/uk_small_boats_monthly.csv', 104, 'uk-small-boats-monthly', true],
  ['crossings/uk_small_boats_yearly.csv', 9, 'uk-small-boats-yearly', true],
  ['crossings/hk_daily_2021-2026.csv', 56_424, 'hk-passengers', true],
  ['crossings/mexico_apprehensions_monthly.csv', 5_759, 't-nat-n', true],
  ['seizures/cbp_drugs_fy20-fy23.csv', 9_924, 'cbp-drugs', true],
  ['seizures/unodc_ids_2011-2016.csv', 311_038, 'unodc-ids', true],
  ['trade/comtrade_thailand_8542.csv', 1_178, 'comtrade', true],
  ['trade/comtrade_thailand_8542.xlsx', 1_178, 'comtrade', true],
  ['trade/us_census_country.xlsx', 8_474 * 12, 'us-census-trade', true],
  ['trade/ecb_eurofxref-hist.csv', 217_555, 'ecb-rates', true],
  ['trade/us_cpi_monthly_cpiai.csv', 1_360, 'us-cpi', true],
  ['thai/tourism_2563-2565.csv', 2_310, 'thai-tourism', true],
  ['thai/province_tis620.csv', 77, 'inferred', false],
  ['thai/province_utf8.csv', 77, 'inferred', false],
  ['incidents/ucdp_ged_myanmar.csv', 7_374, 'ucdp-ged', true],
  ['incidents/ucdp_myanmar_distance_to_border_oracle_s2.csv', 7_374, 'inferred', false],
];

describe.skipIf(FOLDER === undefined)('inspect on real exports', { timeout: 300_000 }, () => {
  it.each(FILES)('describes %s with no flag', async (path, records, profile, command) => {
    const result = await inspected(exportPath(path));
    expect(result.records).toBe(records);
    expect(decided(result, 'profile')).toBe(profile);
    expect(decided(result, 'command') !== undefined).toBe(command);
    expect(found(result, 'undecided') === undefined).toBe(command);
  });

  it('finds the repeats and the gaps of the border crossing entries', async () => {
    const result = await inspected(exportPath('crossings/bts_1996-2025.csv'), '--by Border,Measure');
    expect(found(result, 'identical')?.concerned).toBe(10);
    expect(found(result, 'repeated-key')?.concerned).toBe(11);
    expect(found(result, 'gap')).toMatchObject({ column: 'Border, Measure', concerned: 3 });
    expect(found(result, 'gap')?.text).toContain('3 of 24 series');
    expect(column(result, 'Port Name')?.distinct).toBe(116);
    expect(column(result, 'Port Code')).toMatchObject({ distinct: 117, holds: 'text' });
    expect(column(result, 'Date')).toMatchObject({ least: '1996-01', greatest: '2025-02', distinct: 350 });
  });

  it('counts the identical seizures, which are real, and drops them only when asked', async () => {
    const path = exportPath('seizures/unodc_ids_2011-2016.csv');
    const result = await inspected(path);
    expect(found(result, 'identical')?.concerned).toBe(44_229);
    expect(column(result, 'DRUG_UNIT')?.distinct).toBe(43);
    expect(column(result, 'AMOUNT')?.greatest).toBe(927_611_728);
    expect(found(result, 'spelling', 'DRUG_NAME')?.text).toContain('Non-specified Sedatives and Tranquilizers');
    const line = `border-stats trend ${path} --measure records --sum-over DRUG_NAME --every year -f json`;
    const total = async (words: string) =>
      JSON.parse((await run(`${line} ${words}`)).out).rows.reduce(
        (sum: number, row: Row) => sum + Number(row.value),
        0,
      );
    expect(await total('')).toBe(311_038);
    expect(await total('--identical drop')).toBe(311_038 - 44_229);
  });

  it('finds what else the index says of the files', async () => {
    const hongKong = await inspected(exportPath('crossings/hk_daily_2021-2026.csv'));
    expect(found(hongKong, 'total', 'Total')).toBeDefined();
    expect(column(hongKong, '')).toMatchObject({ holds: 'empty', nulls: 56_424 });
    expect(column(hongKong, 'Date')?.distinct).toBe(1_893);
    const thai = await inspected(exportPath('thai/tourism_2563-2565.csv'));
    expect(thai.columns.reduce((sum, row) => sum + Number(row.nulls), 0)).toBe(3);
    expect(decided(thai, 'era')).toBe('Buddhist');
    expect(found(thai, 'partial-end')?.text).toContain('6 of its 12 months');
    expect(decided(await inspected(exportPath('trade/comtrade_thailand_8542.csv')), 'encoding')).toBe('windows-1252');
    expect(decided(await inspected(exportPath('thai/province_tis620.csv')), 'encoding')).toBe('windows-874');
    const cpi = await inspected(exportPath('trade/us_cpi_monthly_cpiai.csv'));
    expect(found(cpi, 'gap')?.text).toContain('2025-10');
  });

  it('pins the figures of every export', async () => {
    for (const [path, , , command] of FILES) {
      if (!command) continue;
      const line = String(decided(await inspected(exportPath(path)), 'command'));
      const bare = await run(`border-stats trend ${exportPath(path)} -f csv`);
      expect((await run(`${line} -f csv`)).out === bare.out, path).toBe(true);
    }
  });

  it('refuses two editions of one export until it is told which to take', async () => {
    const path = exportPath('crossings/uk_small_boats_daily.csv');
    const { err, exit } = await run(`border-stats trend ${path} ${FOLDER}/./crossings/uk_small_boats_daily.csv`);
    expect(exit).toBe(3);
    expect(err).toContain('3,154 keys of period and dimensions stand in more than one file');
  });
});
