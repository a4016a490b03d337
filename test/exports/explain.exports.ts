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
  readonly encoding: string;
}

const of = (command: string, path: string, options: string, delimiter = ',', encoding = 'utf-8-sig'): Source => ({
  line: `border-stats ${command} ${exportPath(path)} ${options}`,
  file: exportPath(path),
  delimiter,
  encoding,
});

const UCDP = 'incidents/ucdp_ged_myanmar.csv';
const BORDER = `--border ${exportPath('incidents/border_THA_MMR_from_naturalearth.geojson')}`;
const SOURCES: readonly Source[] = [
  of('trend', 'crossings/bts_1996-2025.csv', '--every quarter'),
  of('change', 'crossings/bts_1996-2025.csv', '--window 6m --by Border'),
  of('trend', 'crossings/cbp_encounters_fy20-fy24.csv', '--by land_border_region'),
  of('change', 'crossings/cbp_encounters_fy20-fy24.csv', '--window 6m --by land_border_region'),
  of('trend', 'crossings/uk_small_boats_daily.csv', '--every month'),
  of('trend', 'crossings/hk_daily_2021-2026.csv', '--by "Control Point"'),
  of('trend', 'crossings/frontex_2009-2025.csv', '--by route'),
  of('trend', 'thai/tourism_2563-2565.csv', '--every quarter'),
  of('seizures', 'seizures/unodc_ids_2011-2016.csv', '--every year --by COUNTRY --where COUNTRY=Thailand', ';'),
  of('seizures', 'seizures/cbp_drugs_fy20-fy23.csv', '--every fiscal-year'),
  of('trade', 'trade/comtrade_thailand_8542.csv', '--by partner', ',', 'latin-1'),
  of('near', UCDP, `${BORDER} --within 50km --every year`),
  of('near', UCDP, `${BORDER} --bands 10,25,50 --window 1y`),
];

/** Figures that the script knows how to make of its own: values, and what is worked out from them. */
const KNOWN = [
  ...['value', 'previous', 'year_before', 'base', 'current', 'case_count', 'seized_quantity'],
  ...['change', 'relative_change', 'year_change', 'year_relative_change', 'contribution', 'share_of_total'],
  ...['quantity_change', 'quantity_relative_change', 'case_relative_change'],
  ...['median_case', 'largest_case', 'largest_case_share'],
];
const FIGURES = 50;

describe.skipIf(FOLDER === undefined)('explanations of real exports', { timeout: 900_000 }, () => {
  it('list lines from which an independent script works out the figure', async () => {
    const { uniform } = random(7);
    const below = (count: number) => Math.floor(uniform() * count);
    const tables = new Map<Source, Row[]>();
    const asked: { id: string; request: string }[] = [];
    for (let i = 0; asked.length < FIGURES; i++) {
      const source = SOURCES[i % SOURCES.length] as Source;
      const rows = tables.get(source) ?? (await answer(`${source.line} --ids`));
      tables.set(source, rows);
      const names = KNOWN.filter((name) => name in (rows[0] ?? {}));
      const name = names[below(names.length)] ?? 'value';
      const valued = rows.filter(
        (row) => row[name] !== '' && row[name] !== '0' && !/^(trade|balance)$/.test(row.flow ?? ''),
      );
      const row = valued[below(valued.length)];
      if (!row) continue;
      const id = `${name}${row.id === '' ? '' : `[${row.id}]`}`;
      const explained = await answer(`${source.line} --explain "${id}"`);
      expect(explained.find(({ part }) => part === 'figure')?.result, `${source.line} ${id}`).toBe(row[name]);
      const request = { name, inputs: inputsOf(explained, source), expected: row[name] };
      asked.push({ id: `${source.line} --explain "${id}"`, request: JSON.stringify(request) });
    }
    const script = new URL('explain.py', import.meta.url).pathname;
    const input = `${asked.map(({ request }) => request).join('\n')}\n`;
    const made = execFileSync('python3', [script], { input, encoding: 'utf8', maxBuffer: 1e8 }).trim().split('\n');
    expect(asked.filter((_, i) => made[i] !== 'ok').map(({ id }, i) => `${id}: ${made[i]}`)).toEqual([]);
    expect(made).toHaveLength(FIGURES);
    expect(new Set(asked.map(({ request }) => request)).size).toBeGreaterThan(FIGURES - 5);
  });
});

/** The inputs of a figure with the lines of their tallies, and the column that is read of them. */
function inputsOf(rows: readonly Row[], { file, delimiter, encoding }: Source) {
  const inputs: { role: string; statistic: string; tallies: object[] }[] = [];
  let column: string | null = null;
  for (const { part, role = '', text = '', source_lines, factor } of rows) {
    if (part === 'input') {
      const [, statistic = 'sum', measure = ''] =
        /= (sum of|mean of|smallest|largest|number of) (.*) in [\d,]+ records?/.exec(text) ?? [];
      column = columnOf(rows, measure);
      inputs.push({
        role,
        statistic: { 'mean of': 'mean', smallest: 'min', largest: 'max' }[statistic] ?? 'sum',
        tallies: [],
      });
    } else if (part === 'tally') {
      inputs.at(-1)?.tallies.push({ file, delimiter, encoding, column, factor, lines: source_lines });
    }
  }
  return inputs;
}

/** The column of a measure, as the explanation says; null where records are counted. */
function columnOf(rows: readonly Row[], measure: string): string | null {
  const told = rows.find(({ part, text }) => part === 'measure' && text?.startsWith(`measure ${measure}: `));
  return /of the column "([^"]*)"/.exec(told?.text ?? '')?.[1] ?? null;
}

async function answer(line: string): Promise<Row[]> {
  const { out, err, exit } = await run(line);
  if (exit !== 0) throw new Error(`${line}: ${err}`);
  return parse(out, { columns: true }) as Row[];
}
