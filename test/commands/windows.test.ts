import { expect, test } from 'vitest';
import { comparedWindows, endingPeriod, toDate, windowsAsked } from '../../src/commands/windows.ts';
import {
  cadence,
  dayNumber,
  type Every,
  OCTOBER_FISCAL_YEAR,
  type Window,
  windowText,
} from '../../src/period/index.ts';
import { month, series, setOf } from '../analyses/sets.ts';

const day = (text: string): number => {
  const [year = 0, of = 0, date = 0] = text.split('-').map(Number);
  return dayNumber({ year, month: of, day: date });
};

function windowsOf(window: string, against: string, every: Every, ending: number) {
  const at = cadence(every);
  return comparedWindows(windowsAsked({ window, against }, every, OCTOBER_FISCAL_YEAR), ending, at);
}

const texts = ({ current, base }: { current: Window; base: Window }, every: Every) =>
  [current, base].map((window) => windowText(window, cadence(every)));

test('ninety days are compared with ninety of the year before, also over a leap day', () => {
  expect(texts(windowsOf('90d', 'year', 'day', day('2024-03-31')), 'day')).toEqual([
    '2024-01-02…2024-03-31 (90 days)',
    '2023-01-01…2023-03-31 (90 days)',
  ]);
  expect(texts(windowsOf('90d', 'year', 'day', day('2025-03-31')), 'day')).toEqual([
    '2025-01-01…2025-03-31 (90 days)',
    '2024-01-02…2024-03-31 (90 days)',
  ]);
});

test('six months against the six before are twelve months in a row', () => {
  expect(texts(windowsOf('6m', 'previous', 'month', month(2025, 8)), 'month')).toEqual([
    '2025-03…2025-08 (6 months, 184 days)',
    '2024-09…2025-02 (6 months, 181 days)',
  ]);
});

test('the last complete period comes from the days covered, never from a clock', () => {
  const set = setOf([series(month(2025, 1), [1, 2, 3])]);
  expect(endingPeriod({}, set, false)).toBe(month(2025, 3));
  const cut = { ...set, covered: { ...set.covered, to: { year: 2025, month: 3, day: 30 } } };
  expect(endingPeriod({}, cut, false)).toBe(month(2025, 2));
});

const MONTH = cadence('month');
const year2025 = { from: { year: 2023, month: 1, day: 1 }, to: { year: 2025, month: 8, day: 20 } };

test('to date both windows end on the same day of their last month', () => {
  const windows = {
    current: { first: month(2025, 1), last: month(2025, 8) },
    base: { first: month(2024, 1), last: month(2024, 8) },
  };
  expect(texts(toDate(windows, year2025, MONTH), 'day')).toEqual([
    '2025-01-01…2025-08-20 (232 days)',
    '2024-01-01…2024-08-20 (233 days)',
  ]);
});

test('to date a window that has ended is compared as a whole with the whole base', () => {
  const windows = {
    current: { first: month(2025, 2), last: month(2025, 2) },
    base: { first: month(2025, 1), last: month(2025, 1) },
  };
  expect(texts(toDate(windows, year2025, MONTH), 'day')).toEqual([
    '2025-02-01…2025-02-28 (28 days)',
    '2025-01-01…2025-01-31 (31 days)',
  ]);
});

test('to date a window that has not begun is refused', () => {
  const windows = {
    current: { first: month(2026, 1), last: month(2026, 3) },
    base: { first: month(2025, 1), last: month(2025, 3) },
  };
  expect(() => toDate(windows, year2025, MONTH)).toThrow('--partial to-date: the source ends before 2026-03');
});
