import { expect, test } from 'vitest';
import { cadence, monthsUpTo, resolvedWindow, windowSpec, windowText } from '../../src/period/index.ts';
import { OCTOBER_FISCAL_YEAR } from '../../src/period/period.ts';
import { month } from '../analyses/sets.ts';

const DAY = cadence('day');
const upTo = (day: [number, number, number], months: number) => {
  const [year, of, date] = day;
  return windowText(monthsUpTo({ year, month: of, day: date }, months), DAY);
};

test('six months up to a day begin on the day after it, half a year before', () => {
  expect(upTo([2025, 6, 20], 6)).toBe('2024-12-21…2025-06-20 (182 days)');
});

test('six months up to the end of a month are whole months', () => {
  expect(upTo([2025, 8, 31], 6)).toBe('2025-03-01…2025-08-31 (184 days)');
  expect(upTo([2025, 2, 28], 6)).toBe('2024-09-01…2025-02-28 (181 days)');
  expect(upTo([2024, 2, 29], 12)).toBe('2023-03-01…2024-02-29 (366 days)');
});

test('a six-month window has six months, not seven', () => {
  const spec = windowSpec('6m', OCTOBER_FISCAL_YEAR);
  const window = spec && resolvedWindow(spec, month(2025, 8), cadence('month'));
  expect(window && window.last - window.first + 1).toBe(6);
  expect(window && windowText(window, cadence('month'))).toBe('2025-03…2025-08 (6 months, 184 days)');
});
