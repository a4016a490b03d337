import { describe, expect, it } from 'vitest';
import { FIGURE_COLUMNS } from '../../src/report/vocabulary.ts';
import { random } from '../random.ts';
import { run } from '../run.ts';
import { checkFigure, readRows } from './checked-figure.ts';

type Row = Readonly<Record<string, string>>;

/** Each way to a figure beyond those of `explain.test.ts`. */
const LINES = [
  'seizures fixtures/seizures.csv',
  'seizures data/samples/seizures.csv --every half',
  'seizures data/samples/seizures.csv --every quarter --in kg',
  'seizures data/samples/seizures.csv --window 6m --in kg',
  'seizures fixtures/seizures-thai.csv --every year',
  'seizures fixtures/seizures-and-cases.csv --measure weight_kg --cases cases',
  'seizures fixtures/firearms.csv',
  'seizures fixtures/cbp-drugs.csv --in g',
  'near fixtures/incidents.csv --border THA-MMR --within 50km',
  'near fixtures/incidents.csv --border fixtures/river.geojson --bands 10,25,50 --every quarter',
  'near fixtures/incidents.csv --border fixtures/river.geojson --within 50km --window 1q',
  'revise fixtures/edition-march.csv fixtures/edition-may.csv',
  'revise fixtures/edition-march.csv fixtures/edition-may.csv --by-age',
  'revise fixtures/edition-march.csv fixtures/edition-may.csv --figures',
  'revise fixtures/editions',
  'change data/samples/crossings.csv --window 6m --variants',
  'change data/samples/crossings.csv --window 6m --by checkpoint --variants',
  'change data/samples/crossings.csv --window 6m --variants --per day',
  'change data/samples/crossings.csv --window 6m --all-readings',
  'change fixtures/small-boats-daily.csv --window 1m --all-readings',
  'near fixtures/incidents.csv --border fixtures/river.geojson --within 50km --sensitivity',
  'trade fixtures/comtrade.csv',
  'trade fixtures/comtrade.csv --by partner',
  'trade data/samples/trade.csv',
  'trade fixtures/us-census-trade.xlsx --by partner',
  'trade fixtures/comtrade-legacy.csv --prices',
  'trade fixtures/trade-months.csv --every month --deflator fixtures/us-cpi.csv --base 2024-01',
  'trade fixtures/trade-months.csv --every month --rates fixtures/ecb-rates.csv --in THB',
  'trade fixtures/trade-months.csv --rates fixtures/ecb-rates.csv --in THB',
  'trade fixtures/trade-thailand.csv --by partner --concentration',
  'trade fixtures/trade-thailand.csv --prices --by partner',
  'trade fixtures/trade-thailand.csv --prices --without-outliers --base 2023',
  'trade mirror fixtures/trade-thailand.csv fixtures/trade-myanmar.csv --by commodity',
  "trade --spread 'US$1,234.5 million over 2024-2028'",
  'trade data/samples/trade.csv --by checkpoint --every quarter',
];
const FIGURES = Number(process.env.FIGURES ?? 2);

describe('any figure', () => {
  it.each(LINES)('is given again by what its explanation prints: %s', async (line) => {
    const { uniform } = random(line.length);
    const rows = await answer(`border-stats ${line} --ids -q`);
    const names = Object.keys(rows[0] ?? {}).filter((name) => FIGURE_COLUMNS.includes(name));
    const all = rows.flatMap((row) => names.map((column) => ({ row, column })));
    expect(all.length).toBeGreaterThan(0);
    for (let i = 0; i < FIGURES; i++) {
      const { row, column } = all[Math.floor(uniform() * all.length)] as { row: Row; column: string };
      const id = row.id === '' ? column : `${column}[${row.id}]`;
      const explained = await answer(`border-stats ${line} --explain "${id}" -q`);
      checkFigure(id, row[column] ?? '', explained);
    }
  });
});

async function answer(line: string): Promise<Row[]> {
  const { out, err, exit } = await run(line);
  if (exit !== 0) throw new Error(`${line}: ${err}`);
  return readRows(out);
}
