import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commodityCodes } from '../../src/analyses/commodity-codes.ts';
import { exchangeRate } from '../../src/analyses/exchange-rate.ts';
import { mirrorPairs, mirrorPoints, type ReportedFlow, sameCountry } from '../../src/analyses/mirror.ts';
import { moneyText, moneyUnit } from '../../src/analyses/money.ts';
import { announced, spread, startOf } from '../../src/analyses/spread.ts';
import { flowOf, flowOfMeasure } from '../../src/analyses/trade-flow.ts';
import { compare, decimal, divide, type Exact, plainText, sum } from '../../src/math/exact.ts';
import { cadence, dayNumber } from '../../src/period/index.ts';
import { coarser } from '../../src/series/coarser.ts';
import type { Flag, Series, SeriesSet } from '../../src/series/series.ts';

fc.configureGlobal({ seed: 1 });

const series = (
  first: number,
  values: readonly (Exact | null)[],
  key: readonly string[] = [],
  unit = 'USD',
): Series => ({
  key,
  measure: { name: 'value', unit, kind: 'amount', statistic: 'sum' },
  first,
  values,
  records: values.map((value) => (value === null ? 0 : 1)),
  flags: values.map((value): readonly Flag[] => (value === null ? ['missing'] : [])),
});

describe('the unit of money', () => {
  it.each([
    ['million baht', 'million THB', '1000000'],
    ['million USD', 'million USD', '1000000'],
    ['value usd', 'USD', '1'],
    ['billion kyat', 'billion MMK', '1000000000'],
    ['พันล้านบาท', 'billion THB', '1000000000'],
    ['$', 'USD', '1'],
  ])('of %s is %s', (text, made, scale) => {
    const unit = moneyUnit(text);
    expect(unit && moneyText(unit)).toBe(made);
    expect(unit && plainText(unit.scale)).toBe(scale);
  });

  it('is none where no currency is told', () => {
    expect(moneyUnit('tonnes')).toBeNull();
    expect(moneyUnit('amount', 'THB')?.currency).toBe('THB');
  });
});

describe('a flow', () => {
  it('is known by its words and codes in either language', () => {
    expect(['X', 'Exports', 'ส่งออก'].map(flowOf)).toEqual(['exports', 'exports', 'exports']);
    expect(['M', 'Import', 'การนำเข้า', 'in'].map(flowOf)).toEqual(['imports', 'imports', 'imports', 'imports']);
    expect(['Re-Export', 'transit'].map(flowOf)).toEqual(['Re-Export', 'transit']);
  });

  it('is told by the name of a measure where that names one alone', () => {
    expect(['exports_usd', 'value', 'exports and imports'].map(flowOfMeasure)).toEqual(['exports', 'trade', 'trade']);
  });
});

describe('the codes of goods', () => {
  it('are parts of those that they begin with', () => {
    const { broadest, parts, finest, nested } = commodityCodes(['85', '8542', '854231', '10', '1006']);
    expect([broadest, parts, finest, nested]).toEqual([
      ['85', '10'],
      ['85', '10'],
      ['854231', '1006'],
      ['8542', '85'],
    ]);
  });

  it('have a total that is no part', () => {
    const { broadest, parts, finest } = commodityCodes(['TOTAL', '85', '10']);
    expect([broadest, parts, finest]).toEqual([['TOTAL'], ['85', '10'], ['85', '10']]);
  });

  it('are never in one sum with what holds them', () => {
    const code = fc.stringMatching(/^[1-3]{1,4}$/);
    fc.assert(
      fc.property(fc.uniqueArray(code), (codes) => {
        for (const list of [commodityCodes(codes).broadest, commodityCodes(codes).finest])
          for (const one of list) expect(list.filter((other) => other !== one && other.startsWith(one))).toEqual([]);
      }),
    );
  });
});

describe('an exchange rate', () => {
  const usd = series(0, [decimal(11n, 1), decimal(12n, 1), null, decimal(10n, 1)]);
  const thb = series(0, [decimal(374n, 1), decimal(384n, 1), 38, null]);

  it('is the mean of the cross rates of the days that have both', () => {
    const { rate, days, without } = exchangeRate(usd, thb, { first: 0, last: 3 });
    expect(compare(rate ?? 0, divide(sum([34, 32]), 2))).toBe(0);
    expect([days, without]).toEqual([2, 2]);
  });

  it('is that of the quotes where one side is what they are in, and none without a day', () => {
    expect(compare(exchangeRate(null, thb, { first: 2, last: 2 }).rate ?? 0, 38)).toBe(0);
    expect(compare(exchangeRate(thb, null, { first: 2, last: 2 }).rate ?? 0, divide(1, 38))).toBe(0);
    expect(exchangeRate(usd, thb, { first: 2, last: 3 })).toEqual({ rate: null, days: 0, without: 2, gap: 2 });
  });
});

describe('an announced sum', () => {
  it.each([
    ['$150 million over five years', '150', 'million USD', 60],
    ['about US$1,234.5 million over a five-year period', '1234.5', 'million USD', 60],
    ['90 million baht over 18 months', '90', 'million THB', 18],
    ['€2 billion in the next 3 years', '2', 'billion EUR', 36],
    ['1,000 ล้านบาท ภายใน 5 ปี', '1000', 'million THB', 60],
  ])('is read from "%s"', (text, amount, unit, months) => {
    const found = announced(text);
    expect(found && plainText(found.amount)).toBe(amount);
    expect(found).toMatchObject({ unit, months, start: null });
  });

  it.each(['a lot of money', '$150 million', '$5 over no years', '$150 million over 2028-2024'])(
    'is none in "%s"',
    (text) => {
      expect(announced(text)).toBeNull();
    },
  );

  it('falls on the periods of any calendar to the last digit', () => {
    const every = fc.constantFrom('month', 'quarter', 'half', 'year', 'fiscal-year') as fc.Arbitrary<'month'>;
    fc.assert(
      fc.property(
        every,
        fc.nat({ max: 10 ** 9 }),
        fc.integer({ min: 1, max: 200 }),
        fc.nat({ max: 30000 }),
        (at, amount, months, start) => {
          const shares = spread({ amount, unit: '', months, start }, cadence(at));
          expect(compare(sum(shares.map(({ value }) => value)), amount)).toBe(0);
          expect(shares.reduce((all, share) => all + share.months, 0)).toBe(months);
        },
      ),
    );
  });

  it('of five fiscal years begins in October', () => {
    const at = cadence('fiscal-year');
    const start = startOf(2024, at);
    expect(start).toBe(2024 * 12 + 9);
    const years = spread({ amount: 150, unit: '', months: 60, start }, at);
    expect(years.map(({ period, value }) => [period, value])).toEqual(
      [2025, 2026, 2027, 2028, 2029].map((year) => [`FY${year}`, 30]),
    );
  });
});

describe('mirror statistics', () => {
  const flow = (reporter: string, partner: string | null, name: string, values: (Exact | null)[]): ReportedFlow => ({
    reporter: { name: reporter, code: '' },
    partner: partner === null ? null : { name: partner, code: '' },
    commodity: '',
    flow: name,
    series: series(2020, values),
  });

  it('set exports of the one beside imports of the other, both ways', () => {
    const thailand = [flow('Thailand', 'Myanmar', 'exports', [1]), flow('Thailand', 'Laos', 'exports', [9])];
    const myanmar = [flow('Myanmar', null, 'imports', [2]), flow('Myanmar', null, 'exports', [3])];
    const pairs = mirrorPairs(thailand, myanmar);
    expect(pairs.map((pair) => [pair.exporter, pair.importer, pair.exports?.values, pair.imports?.values])).toEqual([
      ['Thailand', 'Myanmar', [1], [2]],
      ['Myanmar', 'Thailand', [3], undefined],
    ]);
  });

  it('say how a gap compares with freight and insurance', () => {
    const pair = { exporter: 'A', importer: 'B', commodity: '' };
    const points = mirrorPoints(
      {
        ...pair,
        exports: series(2020, [100, 100, 100, 100, null, 0, 100]),
        imports: series(2020, [120, 121, 99, 100, 5, 5, null]),
      },
      true,
    );
    const statuses = ['within-cif', 'above', 'below', 'equal', 'no-exports', 'zero-exports', 'no-imports'];
    expect(points.map(({ status }) => status)).toEqual(statuses);
    const [first] = mirrorPoints({ ...pair, exports: series(2020, [100]), imports: series(2020, [110]) }, false);
    expect(first?.status).toBe('above');
  });

  it('know a country by its code before its name', () => {
    const korea = { name: 'Rep. of Korea', code: 'KOR' };
    expect(sameCountry(korea, { name: 'Korea, South', code: 'KOR' })).toBe(true);
    expect(sameCountry(korea, { name: 'rep. of korea', code: '5800' })).toBe(true);
    expect(sameCountry(korea, { name: 'Thailand', code: 'THA' })).toBe(false);
  });
});

describe('series over longer periods', () => {
  const months = (values: (Exact | null)[]): SeriesSet => ({
    dimensions: [],
    cadence: cadence('month'),
    finest: 'month',
    covered: { from: { year: 2024, month: 1, day: 1 }, to: { year: 2025, month: 3, day: 31 } },
    series: [series(2024 * 12, values)],
  });
  const year = cadence('year');

  it('are the sums of the shorter ones, and parts where the source ends', () => {
    const [made] = coarser(months(Array(15).fill(1)), year).series;
    expect(made).toMatchObject({ first: 2024, values: [12, 3], flags: [[], ['partial']], records: [12, 3] });
  });

  it('are incomplete where one of the shorter ones is missing', () => {
    const [made] = coarser(months([1, null, ...Array(13).fill(1)]), year).series;
    expect(made).toMatchObject({ values: [11, 3], flags: [['incomplete'], ['partial']] });
    expect(dayNumber({ year: 1970, month: 1, day: 1 })).toBe(0);
  });
});
