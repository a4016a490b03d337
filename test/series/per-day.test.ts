import { expect, test } from 'vitest';
import { plainText } from '../../src/math/exact.ts';
import { cadence, monthNumber } from '../../src/period/index.ts';
import { perDay } from '../../src/series/per-day.ts';
import type { SeriesSet } from '../../src/series/series.ts';

test('months of unequal length compare once they are divided by their days', () => {
  const set: SeriesSet = {
    dimensions: [],
    cadence: cadence('month'),
    finest: 'month',
    covered: { from: { year: 2024, month: 1, day: 1 }, to: { year: 2024, month: 3, day: 31 } },
    series: [
      {
        key: [],
        measure: { name: 'crossings', unit: 'crossings', kind: 'count', statistic: 'sum' },
        first: monthNumber({ year: 2024, month: 1 }),
        values: [310, 290, null],
        records: [1, 1, 0],
        flags: [[], [], ['missing']],
      },
    ],
  };
  const [series] = perDay(set).series;
  expect(series?.values.map((value) => (value === null ? null : plainText(value)))).toEqual(['10', '10', null]);
  expect(series?.measure.unit).toBe('crossings per day');
});
