import { describe, expect, it } from 'vitest';
import { concentration } from '../../src/analyses/concentration.ts';
import { pricePair } from '../../src/analyses/price-pair.ts';
import { tradePoint } from '../../src/analyses/trade.ts';
import { tradeSet } from '../../src/analyses/trade-set.ts';
import { plainText } from '../../src/math/exact.ts';
import { cadence } from '../../src/period/index.ts';
import type { Flag, Series } from '../../src/series/series.ts';

const flow = (
  key: readonly string[],
  name: string,
  values: readonly (number | null)[],
  flags?: readonly Flag[][],
): Series => ({
  key,
  measure: { name, unit: 'USD', kind: 'amount', statistic: 'sum' },
  first: 2020,
  values,
  records: values.map(() => 1),
  flags: flags ?? values.map((value): readonly Flag[] => (value === null ? ['missing'] : [])),
});

const frame = (parts: readonly Series[]) => ({
  dimensions: ['reporter', 'partner'],
  cadence: cadence('year'),
  finest: 'year' as const,
  covered: { from: { year: 2020, month: 1, day: 1 }, to: { year: 2022, month: 12, day: 31 } },
  series: parts,
});

const parts = [
  flow(['T', 'Laos'], 'exports', [10, null, 30]),
  flow(['T', 'Myanmar'], 'exports', [20, 25, null]),
  flow(['T', 'Myanmar'], 'imports', [5, 6, 7]),
];
const totals = [flow(['T'], 'exports', [30, 25, 30]), flow(['T'], 'imports', [5, 6, 7])];
const set = tradeSet({ set: frame(parts), parts, totals, apart: 1 });
const find = (list: readonly Series[], key: string, name: string) =>
  list.find((one) => one.key.includes(key) && one.measure.name === name) as Series;

describe('trade', () => {
  it('is exports plus imports, and the balance exports minus imports', () => {
    expect(find(set.totals, 'total', 'trade').values).toEqual([35, 31, 37]);
    expect(find(set.totals, 'total', 'balance').values).toEqual([25, 19, 23]);
    expect(find(set.totals, 'total', 'balance').measure.kind).toBe('balance');
  });

  it('of a part takes a flow without a record for none where the total has one, and says so', () => {
    const laos = find(set.parts, 'Laos', 'trade');
    expect(laos.values).toEqual([10, null, 30]);
    expect(laos.flags).toEqual([['zero-filled'], ['missing'], ['zero-filled']]);
    expect(find(set.parts, 'Myanmar', 'balance').values).toEqual([15, 19, -7]);
  });

  it('of a total is missing where one of its flows is', () => {
    const lacking = tradeSet({
      set: frame([]),
      parts: [],
      totals: [flow(['T'], 'exports', [30, 25, 30]), flow(['T'], 'imports', [5, null, 7])],
      apart: 1,
    });
    expect(find(lacking.totals, 'T', 'trade').values).toEqual([35, null, 37]);
  });

  it('has parts whose shares and contributions add up to the total', () => {
    for (const at of [2021, 2022]) {
      const points = set.parts
        .filter(({ measure }) => measure.name === 'exports')
        .map((part) => tradePoint(part, set.totalOf(part), at, set));
      const number = (x: Parameters<typeof plainText>[0] | null) => (x === null ? 0 : Number(plainText(x)));
      expect(points.reduce((all, { share }) => all + number(share), 0)).toBeCloseTo(1, 14);
      const total = find(set.totals, 'total', 'exports');
      const whole = tradePoint(total, total, at, set).previous.ratio;
      expect(points.reduce((all, { contribution }) => all + number(contribution), 0)).toBeCloseTo(number(whole), 14);
    }
  });

  it('gives no percentage of a balance, and no share', () => {
    const balance = find(set.totals, 'total', 'balance');
    expect(tradePoint(balance, balance, 2021, set)).toMatchObject({
      previous: { difference: -6, ratio: null, status: 'balance' },
      share: null,
      contribution: null,
    });
  });
});

describe('concentration', () => {
  it('is the sum of squared shares', () => {
    const found = concentration(
      [flow(['a'], 'trade', [3]), flow(['b'], 'trade', [1]), flow(['c'], 'trade', [0])],
      2020,
    );
    expect(found && [plainText(found.index), found.parts, plainText(found.share)]).toEqual(['0.625', 2, '0.75']);
  });

  it('is none of nothing, and of what may be negative', () => {
    expect(concentration([flow(['a'], 'trade', [null])], 2020)).toBeNull();
    expect(concentration([flow(['a'], 'trade', [3]), flow(['b'], 'trade', [-1])], 2020)).toBeNull();
  });
});

describe('two periods of goods', () => {
  const goods = (name: string, value: (number | null)[], quantity: (number | null)[]) => ({
    name,
    unit: 'kg',
    value: flow([name], 'exports', value),
    quantity: flow([name], 'exports', quantity),
  });
  const how = { withoutOutliers: false, isLumped: false };

  it('match what has a value and a quantity in both', () => {
    const found = pricePair(
      [
        goods('rice', [100, 120], [10, 10]),
        goods('maize', [50, null], [5, null]),
        goods('oil', [null, 30], [null, 3]),
        goods('gas', [50, 60], [0, 5]),
      ],
      2020,
      2021,
      how,
    );
    expect(found).toMatchObject({ status: 'one-item', matched: 1, unmatched: 3, outliers: [] });
    expect(found.coverage.map((share) => share && plainText(share))).toEqual(['0.5', '0.571428571428571']);
  });

  it('name unit values that more than trebled or fell below a third, and leave them out when asked', () => {
    const list = [
      goods('rice', [100, 310], [10, 10]),
      goods('oil', [100, 300], [10, 10]),
      goods('gas', [310, 100], [10, 10]),
    ];
    expect(pricePair(list, 2020, 2021, how).outliers).toEqual(['rice', 'gas']);
    expect(pricePair(list, 2020, 2021, { ...how, withoutOutliers: true })).toMatchObject({
      matched: 1,
      status: 'low-coverage',
    });
  });

  it('make no index of goods that are not told apart', () => {
    expect(pricePair([goods('', [100, 120], [10, 10])], 2020, 2021, { ...how, isLumped: true })).toMatchObject({
      status: 'lumped',
      indices: null,
    });
  });

  it('make none of a part of a period, nor of a period that is not there', () => {
    const part = {
      ...goods('rice', [100, 50], [10, 5]),
      value: flow(['rice'], 'exports', [100, 50], [[], ['partial']]),
    };
    expect(pricePair([part], 2020, 2021, how)).toMatchObject({ status: 'part', indices: null });
    expect(pricePair([part], 2019, 2020, how)).toMatchObject({ status: 'no-base', matched: 0 });
  });
});
