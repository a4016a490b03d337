import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import {
  add,
  approximate,
  compare,
  decimal,
  divide,
  type Exact,
  multiply,
  plainText,
  subtract,
} from '../../src/math/exact.ts';
import { quasiPoissonRatio } from '../../src/methods/quasi-poisson-ratio.ts';
import { run } from '../run.ts';

type Row = Record<string, string>;

/** Every kind of series: sums, counts, means, extremes, per day, renamed, labelled, blank, partial, zero-filled, rewritten. */
const COMMANDS: readonly (readonly [line: string, statistic?: 'mean' | 'min' | 'max'])[] = [
  ['trend data/samples/crossings.csv --every half --by checkpoint --running-mean --index 2024-H1'],
  ['trend data/samples/crossings.csv --every quarter --per day --index 2023-Q2 --running-mean'],
  ['trend data/samples/armed-groups.csv --every quarter --where "border_distance=0-50 km"'],
  ['trend data/samples/seizures.csv --stat max --every half', 'max'],
  ['trend data/samples/seizures.csv --stat mean --every quarter --running-mean', 'mean'],
  ['trend data/samples/trade.csv --every year --as-of 2025-03-10'],
  ['trend fixtures/frontex.csv --by route'],
  ['trend fixtures/bts.csv'],
  ['trend fixtures/cbp-drugs.csv'],
  ['trend fixtures/hk-passengers.csv --by "Control Point"'],
  ['trend fixtures/small-boats-daily.csv --every month'],
  ['trend fixtures/one-bad-cell.csv'],
  ['trend fixtures/us-census-trade.xlsx'],
  ['trend fixtures/air.csv', 'mean'],
  ['trend fixtures/shares.csv', 'mean'],
  ['trend fixtures/cases-north.csv --measure tablets --identical drop'],
  ['trend fixtures/edition-march.csv fixtures/edition-may.csv --on-overlap newest'],
  ['trend fixtures/edition-march.csv fixtures/edition-may.csv --by @file'],
  ['trend fixtures/tidy.csv'],
  ['trend data/samples/crossings.csv --summary --by checkpoint --every half'],
  ['change data/samples/crossings.csv --window 6m --by checkpoint'],
  ['change data/samples/crossings.csv --window 2m --per day'],
  ['change fixtures/bts.csv --window 1m --by Border'],
  ['change data/samples/seizures.csv --window 1q --stat min', 'min'],
  ['change fixtures/small-boats-daily.csv --window 1m --partial scaled --against year'],
  ['change fixtures/small-boats-daily.csv --window 1m --partial to-date'],
];

describe('the explanation of an interval', () => {
  it('names the counts that its method gives it from', async () => {
    const line = 'border-stats change data/samples/crossings.csv --window 6m';
    const [plain] = await answer(line);
    for (const limit of ['ratio_low', 'ratio_high', 'p_value', 'dispersion']) {
      const explained = await answer(`${line} --explain ${limit}`);
      const { text = '' } = explained.find(({ part }) => part === 'step') ?? {};
      const [, current = '', base = ''] = /\(current ([^|]*) \| base ([^|]*) \| confidence 0\.95\)/.exec(text) ?? [];
      const counts = (list: string) => list.split('; ').map((one) => Number(one.replaceAll(',', '')));
      const window = (list: string) => ({ values: counts(list), exposures: counts(list).map(() => 1) });
      const estimate = quasiPoissonRatio(window(current), window(base), 0.95);
      const { low, high, pValue, parameters } = estimate;
      const figure = { ratio_low: low, ratio_high: high, p_value: pValue, dispersion: parameters.dispersion }[limit];
      expect(plainText(approximate(figure ?? Number.NaN))).toBe(plain?.[limit]);
    }
  });
});

describe('an explanation', () => {
  it.each(COMMANDS)('gives the figure from its tallies: %s', async (line, statistic) => {
    const rows = await answer(`border-stats ${line} --ids --engine reference`);
    const columns = Object.keys(rows[0] ?? {}).filter((name) => name in FORMULAS);
    expect(rows.length * columns.length).toBeGreaterThan(0);
    const { provenance } = JSON.parse((await run(`border-stats ${line} -f json`)).out);
    for (const [i, row] of spread(rows).entries()) {
      for (const column of columns.filter((_, at) => rows.length < 3 || (at + i) % 4 === 0)) {
        const id = row.id === '' ? column : `${column}[${row.id}]`;
        const explained = await answer(`border-stats ${line} --explain "${id}" --engine reference`);
        const figure = explained.find(({ part }) => part === 'figure');
        expect(figure?.result, id).toBe(row[column]);
        expect(accountedFor(explained), id).toBe(provenance.records);
        if (row[column] === '') expect(explained.find(({ part }) => part === 'missing')?.text, id).toMatch(/\w{3}/);
        else expect(plainText(recomputed(column, explained, statistic) ?? Number.NaN), id).toBe(row[column]);
      }
    }
  });
});

async function answer(line: string): Promise<Row[]> {
  const { out, err, exit } = await run(line);
  if (exit !== 0) throw new Error(`${line}: ${err}`);
  return parse(out, { columns: true }) as Row[];
}

/** The first, a middle and the last rows. */
function spread(rows: readonly Row[]): Row[] {
  const places = new Set([0, rows.length >> 1, rows.length - 2, rows.length - 1]);
  return rows.filter((_, i) => places.has(i));
}

const exact = (text: string): Exact => {
  const [whole = '', decimals = ''] = text.split('.');
  return decimal(BigInt(whole + decimals), decimals.length);
};

type Amount = (role: string) => Exact;

/** What each figure is, in words of the vocabulary: written here by itself. */
const FORMULAS: Readonly<Record<string, (of: Amount, each: (role: string) => Exact[]) => Exact>> = {
  value: (of) => of('value'),
  previous: (of) => of('previous'),
  change: (of) => subtract(of('value'), of('previous')),
  relative_change: (of) => divide(subtract(of('value'), of('previous')), of('previous')),
  year_before: (of) => of('year_before'),
  year_change: (of) => subtract(of('value'), of('year_before')),
  year_relative_change: (of) => divide(subtract(of('value'), of('year_before')), of('year_before')),
  running_mean: (_, each) => divide(total(each('earlier')), each('earlier').length),
  index: (of) => divide(multiply(of('value'), 100), of('index_base')),
  total: (_, each) => total(each('period')),
  mean: (_, each) => divide(total(each('period')), each('period').length),
  min: (_, each) => each('period').reduce((a, b) => (compare(a, b) < 0 ? a : b)),
  max: (_, each) => each('period').reduce((a, b) => (compare(a, b) > 0 ? a : b)),
  base: (of) => of('base'),
  current: (of) => of('current'),
  contribution: (of) => divide(subtract(of('current'), of('base')), of('total_base')),
};

const total = (values: readonly Exact[]): Exact => values.reduce((sum, value) => add(sum, value), 0);

/** The roles that the words of the trend have in a comparison of windows. */
const IN_CHANGE: Readonly<Record<string, string>> = { value: 'current', previous: 'base' };

function recomputed(column: string, rows: readonly Row[], statistic = 'sum'): Exact | undefined {
  const roles = new Set(rows.filter(({ part }) => part === 'input').map(({ role }) => role));
  const nameOf = (role: string) => (roles.has(role) ? role : (IN_CHANGE[role] ?? role));
  const inputs = (role: string) => rows.filter((row) => row.part === 'input' && row.role === nameOf(role));
  const of = (role: string): Exact => amount(inputs(role)[0], rows, statistic);
  const total = column === 'contribution' && !roles.has('total_base');
  return FORMULAS[column]?.(
    (role) => of(total && role === 'total_base' ? 'base' : role),
    (role) => inputs(role).map((input) => amount(input, rows, statistic)),
  );
}

/** What the tallies after an input amount to; rates and estimates as its formula says. */
function amount(input: Row | undefined, rows: readonly Row[], statistic: string): Exact {
  if (!input) return 0;
  const after = rows.slice(rows.indexOf(input) + 1);
  const end = after.findIndex(({ part }) => part !== 'tally');
  const tallies = after.slice(0, end < 0 ? undefined : end);
  const values = tallies.filter(({ in_values }) => in_values !== '0').map(({ result = '' }) => exact(result));
  const [, days] = /([\d,]+) days? = /.exec(input.text ?? '') ?? [];
  const [, part, length, covered] = /([\d,]+) \* (\d+) \/ (\d+) days/.exec(input.text ?? '') ?? [];
  if (statistic === 'mean') {
    return divide(
      total(values),
      tallies.reduce((sum, { in_values }) => sum + Number(in_values), 0),
    );
  }
  if (statistic === 'min' || statistic === 'max') {
    const sorted = values.sort(compare);
    return sorted[statistic === 'min' ? 0 : sorted.length - 1] ?? Number.NaN;
  }
  if (part && length && covered) {
    const recorded = exact(part.replaceAll(',', ''));
    return add(subtract(total(values), recorded), divide(multiply(recorded, Number(length)), Number(covered)));
  }
  return days === undefined ? total(values) : divide(total(values), Number(days));
}

/** What went in and what was left out, which are all records of the source. */
function accountedFor(rows: readonly Row[]): number {
  const cells = ['blank', 'not a number'];
  const out = rows.filter(({ part, role = '' }) => part === 'left out' && !cells.includes(role));
  const went = rows.filter(({ part }) => part === 'tally');
  const distinct = new Map(went.map((row) => [`${row.source_file} ${row.text}`, Number(row.in_records)]));
  return [...distinct.values(), ...out.map((row) => Number(row.in_records))].reduce((sum, one) => sum + one, 0);
}
