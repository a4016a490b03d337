import { expect, test } from 'vitest';
import { changeInterval, type IntervalChoice } from '../../src/analyses/interval.ts';
import { cadence } from '../../src/period/index.ts';
import { month, series } from './sets.ts';

const FROM = month(2024, 1);
const AT = cadence('month');
const windows = { base: { first: FROM, last: FROM + 3 }, current: { first: FROM + 4, last: FROM + 8 } };

const middle = (choice: IntervalChoice, perDay = false) => {
  const counts = series(FROM, [40, 52, 61, 45, 70, 66, 81, 59, 77]);
  const { low, high } = changeInterval(counts, windows, AT, { choice, confidence: 0.95, perDay }) ?? {};
  return Math.sqrt((low ?? 0) * (high ?? 0));
};

test('the interval lies around the ratio of the totals, also where one window has more periods', () => {
  expect(middle('quasi-poisson')).toBeCloseTo(353 / 198, 12);
  expect(middle('negative-binomial')).toBeCloseTo(353 / 198, 2);
  expect(middle('exact-poisson')).toBeCloseTo(353 / 198, 1);
});

test('per day it lies around the ratio of the rates', () => {
  const [base, current] = [31 + 29 + 31 + 30, 31 + 30 + 31 + 31 + 30];
  expect(middle('quasi-poisson', true)).toBeCloseTo(353 / current / (198 / base), 12);
});

test('a window with a part of a period, scaled or as it is, has no interval', () => {
  for (const flag of ['scaled', 'part-included'] as const) {
    const counts = series(FROM, [40, 52, 61, 45, 70, 66, 81, 59, 12], { flags: { 8: [flag] } });
    expect(changeInterval(counts, windows, AT, { choice: 'auto', confidence: 0.95, perDay: false })).toBeNull();
  }
});
