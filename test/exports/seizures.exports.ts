import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { add, type Exact, plainText, subtract } from '../../src/math/exact.ts';
import { numberOf } from '../../src/source/number.ts';
import { run } from '../run.ts';
import { exportPath, FOLDER } from './exports.ts';

type Sizes = readonly [cases: number, quantity: string, median: string, largest: string];

/** Made by seizures.py from the same files. */
const expected = JSON.parse(readFileSync(new URL('seizures.json', import.meta.url), 'utf8')) as {
  readonly unodc: {
    readonly units: readonly string[];
    readonly totals: Readonly<Record<string, readonly [cases: number, quantity: string]>>;
    readonly countries: Readonly<Record<string, Sizes>>;
    readonly large: readonly (readonly [date: string, line: number, quantity: string])[];
    readonly bush: Sizes;
  };
  readonly cbp: Readonly<Record<string, readonly [events: number, pounds: string, kilograms: string]>>;
};

const exact = (text: string | undefined): Exact => numberOf(text ?? '', true) ?? Number.NaN;
const keyOf = (row: Record<string, string>, ...names: string[]) =>
  names.map((name) => (name === 'seized_item' ? row[name]?.toLowerCase() : row[name])).join('|');

type Rows = readonly Record<string, string>[];

/** The rows that a command gives with all their digits, and its notes. */
async function answer(line: string): Promise<{ readonly rows: Rows; readonly notes: string }> {
  const { out, err, exit } = await run(`${line} -f csv`);
  if (exit !== 0) throw new Error(err);
  return { rows: parse(out, { columns: true }), notes: err };
}

/** Cases and quantities added up over all periods. */
function totals(rows: Rows): Record<string, [number, string]> {
  const sums = new Map<string, [Exact, Exact]>();
  for (const row of rows) {
    const key = keyOf(row, 'seized_item', 'unit');
    const [cases, quantity] = sums.get(key) ?? [0, 0];
    sums.set(key, [add(cases, exact(row.case_count || '0')), add(quantity, exact(row.seized_quantity || '0'))]);
  }
  return Object.fromEntries(
    [...sums].map(([key, [cases, quantity]]) => [key, [Number(plainText(cases)), plainText(quantity)]]),
  );
}

describe.skipIf(FOLDER === undefined)('seizures on real exports', { timeout: 300_000 }, () => {
  const unodc = exportPath('seizures/unodc_ids_2011-2016.csv');
  const cbp = exportPath('seizures/cbp_drugs_fy20-fy23.csv');
  let whole: ReturnType<typeof answer> | undefined;
  const yearly = () => {
    whole ??= answer(`border-stats seizures ${unodc} --every year`);
    return whole;
  };

  it('totals the drug seizures of UNODC by substance and unit', async () => {
    const result = await yearly();
    expect(totals(result.rows)).toEqual(expected.unodc.totals);
    expect(result.notes).not.toContain('left out');
  });

  it('recognises or lists every unit, and adds up its effects', async () => {
    const result = await yearly();
    const shown = new Set(
      result.rows.filter(({ unit_dimension: dimension }) => dimension === 'unknown').map(({ unit }) => unit),
    );
    expect([...shown].sort()).toEqual(['Barette', 'Mark', 'no unit', 'other']);
    expect(expected.unodc.units).toHaveLength(44);
    for (const unit of ['"Barette"', '"Mark"', '"other"', 'none (21 records)']) expect(result.notes).toContain(unit);
    const split = result.rows.filter((row) => row.number_effect !== '');
    expect(split.length).toBeGreaterThan(500);
    for (const row of split) {
      const change = add(exact(row.number_effect), exact(row.size_effect));
      const off = Number(plainText(subtract(change, exact(row.quantity_change))));
      expect(Math.abs(off)).toBeLessThan(1e-9 * Math.max(1, Math.abs(Number(row.quantity_change))));
    }
  });

  it('gives number, quantity, median and largest case of Myanmar and Thailand by year', async () => {
    const line = `border-stats seizures ${unodc} --every year --by COUNTRY --where 'COUNTRY in Myanmar,Thailand'`;
    const { rows } = await answer(line);
    const found = rows
      .filter(({ case_count: cases }) => cases !== '')
      .map((row) => [
        keyOf(row, 'COUNTRY', 'seized_item', 'unit', 'period'),
        [Number(row.case_count), row.seized_quantity, row.median_case, row.largest_case],
      ]);
    expect(Object.fromEntries(found)).toEqual(expected.unodc.countries);
  });

  it('names the outlier of 927,611,728 with its line', async () => {
    const { rows } = await answer(`border-stats seizures ${unodc} --every year --where DRUG_UNIT=bush`);
    const [cases, quantity, median, largest] = expected.unodc.bush;
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      case_count: String(cases),
      seized_quantity: quantity,
      median_case: median,
      largest_case: largest,
      largest_case_at: `${unodc}:57835`,
    });
  });

  it('lists every case of a million tablets or more with its line', async () => {
    const { rows } = await answer(`border-stats seizures ${unodc} --large 1000000:tablet`);
    const found = rows.map(
      (row) => [row.record_date ?? '', Number(row.record_line), row.seized_quantity ?? ''] as const,
    );
    const order = (a: readonly unknown[], b: readonly unknown[]) => (String(a) < String(b) ? -1 : 1);
    expect(found.sort(order)).toEqual([...expected.unodc.large].sort(order));
  });

  it('lists each of several identical records', async () => {
    const { rows } = await answer(
      `border-stats seizures ${unodc} --large 9884:tablet --where DRUG_NAME=Buprenorphine --to 2011-03`,
    );
    expect(rows.map((row) => Number(row.record_line))).toEqual(expect.arrayContaining([4, 5]));
  });

  it('gives events and pounds by fiscal year and drug, both in kilograms', async () => {
    const { rows } = await answer(`border-stats seizures ${cbp} --every fiscal-year --in kg`);
    const found = rows
      .filter(({ unit_dimension: dimension }) => dimension !== 'total')
      .map((row) => [
        keyOf(row, 'period', 'seized_item'),
        [Number(row.case_count), row.seized_quantity, row.converted_quantity],
      ]);
    expect(Object.fromEntries(found)).toEqual(expected.cbp);
    const sums = new Set(rows.map((row) => [row.size_status, row.median_case, row.largest_case].join()));
    expect([...sums]).toEqual(['sums,,']);
  });
});
