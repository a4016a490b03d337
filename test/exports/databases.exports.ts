import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, describe, expect, it } from 'vitest';
import { type Run, run } from '../run.ts';
import { exportPath, FOLDER } from './exports.ts';

const MINUTES = 5 * 60_000;
const folder = mkdtempSync(join(tmpdir(), 'border-stats-parquet-'));

/** Has DuckDB write an export as Parquet, with the types that it finds or as texts. */
async function parquetOf(name: string, options = ''): Promise<string> {
  const path = join(folder, `${name.replaceAll('/', '-')}${options === '' ? '' : '-text'}.parquet`);
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run(`COPY (SELECT * FROM read_csv('${exportPath(name)}'${options})) TO '${path}'`);
  connection.closeSync();
  return path;
}

/** Without the places of largest cases, which are lines of the one and rows of the other. */
const placeless = ({ out, ...rest }: Run) => ({ ...rest, out: out.replace(/[^,\n]*\.(csv|parquet):\d+/g, 'a place') });

describe.skipIf(FOLDER === undefined)('real exports as Parquet', { timeout: MINUTES }, () => {
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each([
    ['crossings/bts_1996-2025.csv', '', 'trend', '--by Border,Measure'],
    ['crossings/bts_1996-2025.csv', '', 'change', '--window 12m --by Border --measure Value'],
    ['crossings/bts_1996-2025.csv', ', all_varchar = true', 'trend', '--every year --by State'],
    ['crossings/cbp_encounters_fy20-fy24.csv', '', 'trend', '--every fiscal-year'],
    ['seizures/unodc_ids_2011-2016.csv', ", all_varchar = true, delim = ';'", 'seizures', '--by Country'],
  ])('%s %s: %s %s gives the same bytes', async (name, options, command, asked) => {
    const path = await parquetOf(name, options);
    const line = (file: string) => `border-stats ${command} ${file} ${asked} -f csv -q`;
    const text = await run(line(exportPath(name)));
    expect(text.exit).toBe(0);
    expect(placeless(await run(line(path)))).toEqual(placeless(text));
  });

  it('gives the same bytes of an export that DuckDB reads as text', async () => {
    const line = `border-stats trend ${exportPath('crossings/bts_1996-2025.csv')} --every year --by Border -f csv -q`;
    expect(await run(`${line} --engine duckdb`)).toEqual(await run(line));
  });
});
