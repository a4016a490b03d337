import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Cadence,
  type CivilDate,
  cadence,
  civilDate,
  dateText,
  dayNumber,
  EVERY,
  type FiscalYear,
  firstDay,
  firstWeek,
  isoWeek,
  lastDay,
  lengthInDays,
  nests,
  ordinalOf,
  periodText,
  writtenPeriod,
  yearBefore,
} from '../../src/period/index.ts';

const FIRST = dayNumber({ year: 1700, month: 1, day: 1 });
const LAST = dayNumber({ year: 2390, month: 12, day: 31 });
const dates = fc.integer({ min: FIRST, max: LAST }).map(civilDate);
const fiscals: fc.Arbitrary<FiscalYear> = fc.record({
  startMonth: fc.integer({ min: 1, max: 12 }),
  namedBy: fc.constantFrom('end', 'start'),
});
const cadences: fc.Arbitrary<Cadence> = fc.record({ every: fc.constantFrom(...EVERY), fiscal: fiscals });

const text = (date: CivilDate, at: Cadence) => periodText(ordinalOf(date, at), at);
const day = (iso: string) => {
  const [year = 0, month = 0, of = 0] = iso.split('-').map(Number);
  return { year, month, day: of };
};

test('a date lies between the first and the last day of its period', () => {
  fc.assert(
    fc.property(dates, cadences, (date, at) => {
      const ordinal = ordinalOf(date, at);
      expect(dayNumber(firstDay(ordinal, at))).toBeLessThanOrEqual(dayNumber(date));
      expect(dayNumber(lastDay(ordinal, at))).toBeGreaterThanOrEqual(dayNumber(date));
      expect(ordinalOf(firstDay(ordinal, at), at)).toBe(ordinal);
      expect(ordinalOf(lastDay(ordinal, at), at)).toBe(ordinal);
    }),
  );
});

test('the next period starts on the day after the last one ends, and lengths add up', () => {
  fc.assert(
    fc.property(dates, cadences, (date, at) => {
      const ordinal = ordinalOf(date, at);
      const next = firstDay(ordinal + 1, at);
      expect(dayNumber(next)).toBe(dayNumber(lastDay(ordinal, at)) + 1);
      expect(lengthInDays(ordinal, at)).toBe(dayNumber(next) - dayNumber(firstDay(ordinal, at)));
    }),
  );
});

test('the text of a period reads back as that period', () => {
  fc.assert(
    fc.property(dates, cadences, (date, at) => {
      const ordinal = ordinalOf(date, at);
      const written = writtenPeriod(periodText(ordinal, at), { order: null, era: 'ce', fiscal: at.fiscal });
      expect(written).toEqual({ every: at.every, ordinal, buddhist: false });
    }),
  );
});

test('texts of the periods that hold one day', () => {
  const of = (iso: string) => EVERY.map((every) => text(day(iso), cadence(every)));
  expect(of('2024-10-01')).toEqual([
    '2024-10-01',
    '2024-W40',
    '2024-10',
    '2024-Q4',
    '2024-H2',
    '2024',
    'FY2025-Q1',
    'FY2025',
  ]);
});

test('an ISO week belongs to the year that holds its Thursday', () => {
  const week = (iso: string) => text(day(iso), cadence('week'));
  expect(week('2021-01-03')).toBe('2020-W53');
  expect(week('2021-01-04')).toBe('2021-W01');
  expect(week('2024-12-30')).toBe('2025-W01');
  expect(week('2023-01-01')).toBe('2022-W52');
});

test('a year has 53 weeks exactly when it starts or, in a leap year, ends on a Thursday', () => {
  const long: number[] = [];
  for (let year = 2000; year < 2030; year++) if (firstWeek(year + 1) - firstWeek(year) === 53) long.push(year);
  expect(long).toEqual([2004, 2009, 2015, 2020, 2026]);
});

test('weeks start on Monday and have seven days', () => {
  fc.assert(
    fc.property(dates, (date) => {
      const at = cadence('week');
      const monday = firstDay(ordinalOf(date, at), at);
      expect(new Date(dayNumber(monday) * 86_400_000).getUTCDay()).toBe(1);
      expect(lengthInDays(ordinalOf(date, at), at)).toBe(7);
    }),
  );
});

test('the year before of 29 February and of week 53 does not exist', () => {
  const before = (iso: string, every: 'day' | 'week') => {
    const at = cadence(every);
    const ordinal = yearBefore(ordinalOf(day(iso), at), at);
    return ordinal === null ? null : periodText(ordinal, at);
  };
  expect(before('2024-02-29', 'day')).toBeNull();
  expect(before('2025-02-28', 'day')).toBe('2024-02-28');
  expect(before('2024-03-01', 'day')).toBe('2023-03-01');
  expect(before('2020-12-31', 'week')).toBeNull();
  expect(before('2021-12-30', 'week')).toBe('2020-W52');
});

test('the year before has the same name but for its year', () => {
  fc.assert(
    fc.property(dates, cadences, (date, at) => {
      const ordinal = ordinalOf(date, at);
      const before = yearBefore(ordinal, at);
      if (before === null) return;
      const year = (name: string) => Number(/\d{4}/.exec(name)?.[0]);
      const [now, then] = [periodText(ordinal, at), periodText(before, at)];
      expect(year(then)).toBe(year(now) - 1);
      expect(then.replace(/\d{4}/, '')).toBe(now.replace(/\d{4}/, ''));
    }),
  );
});

test('a fiscal year is named by the year in which it ends or starts', () => {
  const named = (startMonth: number, namedBy: FiscalYear['namedBy'], iso: string) =>
    text(day(iso), cadence('fiscal-year', { startMonth, namedBy }));
  expect(named(10, 'end', '2023-09-30')).toBe('FY2023');
  expect(named(10, 'end', '2023-10-01')).toBe('FY2024');
  expect(named(4, 'start', '2024-03-31')).toBe('FY2023');
  expect(named(4, 'start', '2024-04-01')).toBe('FY2024');
  expect(named(1, 'end', '2024-12-31')).toBe('FY2024');
  expect(named(1, 'start', '2024-01-01')).toBe('FY2024');
});

test('fiscal quarters count from the start of the fiscal year', () => {
  const at = cadence('fiscal-quarter');
  expect(['2023-10-01', '2024-01-01', '2024-04-01', '2024-09-30'].map((iso) => text(day(iso), at))).toEqual([
    'FY2024-Q1',
    'FY2024-Q2',
    'FY2024-Q3',
    'FY2024-Q4',
  ]);
});

test('a cadence nests in another when no period of it is ever cut', () => {
  const cut = (fine: Cadence, coarse: Cadence): boolean => {
    const start = ordinalOf(day('2019-01-01'), fine);
    for (let i = 0; i < 120; i++) {
      if (ordinalOf(firstDay(start + i, fine), coarse) !== ordinalOf(lastDay(start + i, fine), coarse)) return true;
    }
    return false;
  };
  fc.assert(
    fc.property(cadences, cadences, (fine, coarse) => {
      expect(nests(fine, coarse), `${JSON.stringify(fine)} in ${JSON.stringify(coarse)}`).toBe(!cut(fine, coarse));
    }),
  );
});

test('ordinals and weeks before 1970 are as whole as those after', () => {
  expect(text(day('1969-12-31'), cadence('week'))).toBe('1970-W01');
  expect(isoWeek(ordinalOf(day('1960-01-03'), cadence('week')))).toEqual({ year: 1959, week: 53 });
  expect(dateText(firstDay(ordinalOf(day('1899-12-31'), cadence('half')), cadence('half')))).toBe('1899-07-01');
});
