import { expect, test } from 'vitest';
import { topSeries } from '../../src/analyses/top-series.ts';
import { trendSummary } from '../../src/analyses/trend-summary.ts';
import { plainText } from '../../src/math/exact.ts';
import { CROSSINGS, month, series, setOf } from './sets.ts';

const ALL = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY, runningMean: false, index: null };

/** The one row of a summary, by column. */
function summary(set: ReturnType<typeof setOf>, options: Partial<typeof ALL> = {}): Record<string, unknown> {
  const { columns, rows } = trendSummary(set, { ...ALL, ...options });
  const [row = []] = [...rows];
  return Object.fromEntries(
    columns.map(({ name }, i) => {
      const cell = row[i] ?? null;
      return [name, typeof cell === 'object' && cell !== null && 'numerator' in cell ? plainText(cell) : cell];
    }),
  );
}

test('a summary has the extent, the distribution and both changes of the last period', () => {
  const set = setOf([series(month(2023, 1), [50, 10, null, ...Array(8).fill(20), 10, 70])]);
  expect(summary(set)).toEqual({
    measure: 'crossings',
    unit: 'crossings',
    first_period: '2023-01',
    last_period: '2024-01',
    periods: 13,
    missing: 1,
    total: 300,
    mean: 25,
    median: 20,
    standard_deviation: '17.32050808',
    min: 10,
    min_period: '2023-02',
    max: 70,
    max_period: '2024-01',
    value: 70,
    previous: 10,
    change: 60,
    relative_change: 6,
    change_status: 'ok',
    year_before: 50,
    year_change: 20,
    year_relative_change: '0.4',
    year_change_status: 'ok',
    direction: 'no evidence of a direction',
    slope: 0,
    slope_low: 0,
    slope_high: 0,
    direction_p: 1,
    direction_p_holm: 1,
    direction_method: 'mann-kendall',
    seasons_differ: 'no',
    flags: [],
  });
});

test('the median of an even number of values is the mean of the two in the middle', () => {
  expect(summary(setOf([series(month(2024, 1), [1, 10, 2, 4])])).median).toBe(3);
});

test('what is averaged has no total', () => {
  const measure = { ...CROSSINGS, kind: 'rate' as const, statistic: 'mean' as const };
  const row = summary(setOf([series(month(2024, 1), [30, 40], { measure })]));
  expect([row.total, row.mean]).toEqual([null, 35]);
});

test('--from narrows the distribution and keeps the bases', () => {
  const row = summary(setOf([series(month(2024, 1), [30, 40, 50])]), { from: month(2024, 3) });
  expect([row.periods, row.total, row.previous, row.change]).toEqual([1, 50, 40, 10]);
});

test('a series without a value has none in its summary', () => {
  const row = summary(setOf([series(month(2024, 1), [null, null])]));
  expect([row.missing, row.mean, row.median, row.min, row.min_period, row.change_status]).toEqual([
    2,
    null,
    null,
    null,
    null,
    'missing',
  ]);
});

const names = (set: ReturnType<typeof setOf>) => set.series.map(({ key, measure }) => [...key, measure.unit].join(' '));

test('the top series are those with the largest last values, ties in the order of the set', () => {
  const posts = Object.entries({ a: [9, 1], b: [1, 5], c: [1, 5], d: [7, null] });
  const set = setOf(posts.map(([post, values]) => series(month(2024, 1), values, { key: [post] })));
  expect(names(topSeries(set, 3))).toEqual(['d crossings', 'b crossings', 'c crossings']);
});

test('the top series are chosen within each measure and unit: tablets are not compared with kilograms', () => {
  const seized = (post: string, unit: string, value: number) =>
    series(month(2024, 1), [value], { key: [post], measure: { ...CROSSINGS, name: 'quantity', unit } });
  const set = setOf([
    seized('Mae Sai', 'kg', 12),
    seized('Mae Sai', 'tablets', 400_000),
    seized('Thoeng', 'kg', 30),
    seized('Thoeng', 'tablets', 900_000),
  ]);
  expect(names(topSeries(set, 1))).toEqual(['Thoeng kg', 'Thoeng tablets']);
});
