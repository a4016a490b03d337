import fc from 'fast-check';
import { expect, test } from 'vitest';
import { civilDate, dateText, dayNumber, daysInMonth, isCivilDate } from '../../src/period/civil-date.ts';

test('1970-01-01 is day 0', () => {
  expect(dayNumber({ year: 1970, month: 1, day: 1 })).toBe(0);
  expect(civilDate(-1)).toEqual({ year: 1969, month: 12, day: 31 });
});

test('every day from 1700 to 2500 has the number after the day before, and comes back from it', () => {
  let expected = dayNumber({ year: 1700, month: 1, day: 1 });
  const wrong: string[] = [];
  for (let year = 1700; year <= 2500; year++) {
    for (let month = 1; month <= 12; month++) {
      for (let day = 1; day <= daysInMonth(year, month); day++) {
        const back = civilDate(expected);
        const same = back.year === year && back.month === month && back.day === day;
        if (dayNumber({ year, month, day }) !== expected || !same) wrong.push(dateText({ year, month, day }));
        expected++;
      }
    }
  }
  expect(wrong).toEqual([]);
});

test('day numbers agree with the time of the platform in UTC', () => {
  fc.assert(
    fc.property(fc.integer({ min: -300_000, max: 300_000 }), (day) => {
      expect(dateText(civilDate(day))).toBe(new Date(day * 86_400_000).toISOString().slice(0, 10));
    }),
  );
});

test('centuries are leap years only every four hundred years', () => {
  expect([1900, 2000, 2023, 2024, 2100].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 28, 29, 28]);
});

test('days and months that no calendar has are no dates', () => {
  const dates = [
    { year: 2023, month: 2, day: 29 },
    { year: 2024, month: 13, day: 1 },
    { year: 2024, month: 0, day: 1 },
    { year: 2024, month: 4, day: 31 },
    { year: 2024, month: 4, day: 0 },
  ];
  expect(dates.filter(isCivilDate)).toEqual([]);
  expect(isCivilDate({ year: 2024, month: 2, day: 29 })).toBe(true);
});
