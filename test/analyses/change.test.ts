import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changeRows, type Parts } from '../../src/analyses/change.ts';
import type { ChangeOptions } from '../../src/analyses/window-change.ts';
import { add, compare, type Exact, fraction } from '../../src/math/exact.ts';
import type { Series } from '../../src/series/series.ts';
import { month, series, setOf } from './sets.ts';

const FROM = month(2024, 1);

const options: ChangeOptions = {
  base: { first: FROM, last: FROM + 2 },
  current: { first: FROM + 3, last: FROM + 5 },
  yearBefore: null,
  perDay: false,
  interval: 'none',
  confidence: 0.95,
  smallBase: 20,
  breaks: [],
  acrossBreaks: false,
};

/** Groups with the total that a source gives for them: of each period the sum of the values there are. */
function partsOf(groups: readonly (readonly (Exact | null)[])[]): Parts {
  const all = groups.map((values, i) => series(FROM, values, { key: [`port ${i}`] }));
  const total = series(
    FROM,
    Array.from({ length: 6 }, (_, at) => sum(all.map(({ values }) => values[at] ?? null))),
  );
  return { set: setOf(all, 'month', ['port']), totals: [total], apart: [], totalOf: () => total };
}

function sum(values: readonly (Exact | null)[]): Exact | null {
  const present = values.filter((value) => value !== null);
  return present.length === 0 ? null : present.reduce((all, value) => add(all, value), 0 as Exact);
}

const amount = fc.option(
  fc
    .tuple(fc.integer({ min: -9999, max: 99999 }), fc.constantFrom(1n, 10n, 100n))
    .map(([x, d]) => fraction(BigInt(x), d)),
  { freq: 8 },
);
const groups = fc.array(fc.array(amount, { minLength: 6, maxLength: 6 }), { minLength: 1, maxLength: 6 });

describe('contributions', () => {
  test('sum exactly to the change of the total, before any rounding', () => {
    let compared = 0;
    const holds = (values: (Exact | null)[][], perDay: boolean) => {
      const rows = changeRows(partsOf(values), { ...options, perDay }, 'contribution');
      const total = rows.find(({ isTotal }) => isTotal);
      const parts = rows.filter(({ isTotal }) => !isTotal).map(({ contribution }) => contribution);
      if (total?.change.ratio == null) return parts.every((one) => one === null);
      compared++;
      return compare(sum(parts) ?? 0, total.change.ratio) === 0;
    };
    fc.assert(fc.property(groups, fc.boolean(), holds), { seed: 3, numRuns: 300 });
    expect(compared).toBeGreaterThan(100);
  });

  test('are in parts of the base of the total, not of their own', () => {
    const rows = changeRows(
      partsOf([
        [10, 10, 10, 15, 15, 15],
        [90, 90, 90, 90, 90, 90],
      ]),
      options,
      'key',
    );
    expect(rows.map(({ change, contribution }) => [change.ratio, contribution])).toEqual([
      [fraction(15n, 30n), fraction(15n, 300n)],
      [0, 0],
      [fraction(15n, 300n), fraction(15n, 300n)],
    ]);
  });

  test('a total names the value of what is kept apart', () => {
    const one = (key: string[]): Series => series(FROM, [1, 1, 1, 2, 2, 2], { key });
    const [trucks, cars] = [one(['trucks']), one(['cars'])];
    const set = setOf([one(['north', 'trucks']), one(['north', 'cars'])], 'month', ['border', 'kind']);
    const totalOf = ({ key }: Series) => (key[1] === 'cars' ? cars : trucks);
    const rows = changeRows({ set, totals: [trucks, cars], apart: [1], totalOf }, options, 'key');
    expect(rows.filter(({ isTotal }) => isTotal).map(({ key }) => key)).toEqual([
      ['total', 'trucks'],
      ['total', 'cars'],
    ]);
  });
});

describe('breaks', () => {
  const one = (at: number) => {
    const set = setOf([series(FROM, [1, 2, 3, 4, 5, 6])]);
    const parts: Parts = { set, totals: [], apart: [], totalOf: () => undefined };
    return changeRows(parts, { ...options, breaks: [{ at, why: 'rule' }] }, 'key')[0]?.change.status;
  };

  test('one at the first period of the current window stands between it and an earlier base', () => {
    expect(one(FROM + 3)).toBe('break');
  });

  test('one at the first period of the base does not, nor one after both windows', () => {
    expect([one(FROM), one(FROM + 6)]).toEqual(['ok', 'ok']);
  });

  test('a flag b of the source is one, also beside other letters, and no word with a b is', () => {
    const flagged = (flag: string) => {
      const set = setOf([series(FROM, [1, 2, 3, 4, 5, 6], { flags: { 3: [`source:${flag}`] } })]);
      const parts: Parts = { set, totals: [], apart: [], totalOf: () => undefined };
      return changeRows(parts, options, 'key')[0]?.change.status;
    };
    expect(['b', 'bp', 'eb', 'p b', 'b,e'].map(flagged)).toEqual(Array(5).fill('break'));
    expect(['p', 'e', 'probable', 'blank', 'unbiased'].map(flagged)).toEqual(Array(5).fill('ok'));
  });

  test('one inside either window does', () => {
    expect([one(FROM + 1), one(FROM + 5)]).toEqual(['break', 'break']);
  });
});

describe('windows with months missing', () => {
  const of = (values: (Exact | null)[]) =>
    changeRows(
      { set: setOf([series(FROM, values)]), totals: [], apart: [], totalOf: () => undefined },
      options,
      'key',
    )[0];

  test('are not compared, and say how many are missing', () => {
    const row = of([1, null, 3, 4, 5, 6]);
    expect([row?.change, row?.base.missing, row?.current.missing]).toEqual([
      { difference: null, ratio: null, status: 'base-part' },
      1,
      0,
    ]);
  });

  test('before the start of the data there is no base', () => {
    expect(of([null, null, null, 4, 5, 6])?.change.status).toBe('base-missing');
  });
});
