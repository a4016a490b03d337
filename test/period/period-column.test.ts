import { describe, expect, test } from 'vitest';
import { cadence, type PeriodForm, periodColumn, periodText } from '../../src/period/index.ts';

const TEXT: PeriodForm = { roles: ['text'] };

function read(raw: readonly (string | readonly string[])[], form: PeriodForm = TEXT) {
  const rows = raw.map((texts) => (typeof texts === 'string' ? [texts] : texts));
  const column = periodColumn(rows, form);
  if ('problem' in column) return column;
  const at = cadence(column.every, form.fiscal);
  const periods = column.ordinals.map((ordinal) => (ordinal === null ? null : periodText(ordinal, at)));
  return { every: column.every, periods, decisions: column.decisions };
}

describe('the order of dates', () => {
  test('one day above twelve decides it for the whole column', () => {
    expect(read(['03/04/2024', '13/04/2024'])).toMatchObject({ periods: ['2024-04-03', '2024-04-13'] });
    expect(read(['03/04/2024', '04/13/2024'])).toMatchObject({ periods: ['2024-03-04', '2024-04-13'] });
  });

  test('the decision is told', () => {
    expect(read(['03/04/2024', '13/04/2024'])).toMatchObject({
      decisions: ['dates are read day first: the only order that fits the whole column'],
    });
  });

  test('a column whose days and months are all at most twelve is refused with the flag that decides', () => {
    expect(read(['03/04/2024', '05/06/2024'])).toEqual({
      problem: 'dates such as "03/04/2024" can be day first or month first: every value fits both',
      hint: 'say which with --date-order dmy or --date-order mdy',
      choice: { option: '--date-order', among: ['dmy', 'mdy'] },
    });
  });

  test('a column of both orders is refused, with an example of each', () => {
    expect(read(['13/04/2024', '04/14/2024'])).toMatchObject({
      problem: 'dates of two orders: "13/04/2024" is day first and "04/14/2024" is month first',
    });
  });

  test('the order that the user names is taken without a word', () => {
    expect(read(['03/04/2024', '05/06/2024'], { ...TEXT, order: 'dmy' })).toEqual({
      every: 'day',
      periods: ['2024-04-03', '2024-06-05'],
      decisions: [],
    });
  });

  test('a value that fits neither order is unread and does not decide', () => {
    expect(read(['13/13/2024', '13/04/2024'])).toMatchObject({ periods: [null, '2024-04-13'] });
    expect(read(['13/13/2024', '03/04/2024'])).toHaveProperty('problem');
  });

  test('dates that say their own order need no decision', () => {
    expect(read(['2024-04-03', '2024-05-06'])).toMatchObject({ decisions: [] });
  });
});

describe('the era', () => {
  test('a column of Buddhist years is told as such', () => {
    expect(read(['2567-01', '2567-02'])).toMatchObject({
      periods: ['2024-01', '2024-02'],
      decisions: ['years are of the Buddhist era (2567 is 2024)'],
    });
  });

  test('two eras in one column are read each by its size, and told', () => {
    expect(read(['2566-12', '2024-01', 'ก.พ. 67'])).toMatchObject({
      periods: ['2023-12', '2024-01', '2024-02'],
      decisions: ['years of two eras: 2 periods are Buddhist and 1 are common era'],
    });
  });

  test('a year that the named era makes impossible is unread', () => {
    expect(read(['2567-01', '2024-01'], { ...TEXT, era: 'ce' })).toMatchObject({ periods: [null, '2024-01'] });
  });
});

describe('the cadence', () => {
  test('days that are all the first of a month mean that month, and this is told', () => {
    expect(read(['2024-01-01', '2024-03-01'])).toEqual({
      every: 'month',
      periods: ['2024-01', '2024-03'],
      decisions: ['every date is the first of a month, so each is read as that month'],
    });
  });

  test('one day that is not the first makes them days', () => {
    expect(read(['2024-01-01', '2024-03-02'])).toMatchObject({ every: 'day' });
  });

  test('times on the first of a month are days, unless all are midnight', () => {
    expect(read(['2024-01-01 08:15', '2024-02-01 09:00'])).toMatchObject({ every: 'day' });
    expect(read(['2024-01-01 00:00', '2024-02-01 12:00:00 AM'])).toMatchObject({ every: 'month' });
  });

  test('a single first of a month is a day', () => {
    expect(read(['2024-01-01'])).toMatchObject({ every: 'day' });
  });

  test('periods of more than one kind are refused', () => {
    expect(read(['2024-01', '2024'])).toMatchObject({ problem: 'the periods are of more than one kind: month, year' });
  });

  test('a column without any period is refused', () => {
    expect(read(['Mae Sai', 'Thoeng'])).toEqual({
      problem: 'no value can be read as a period',
      hint: 'name the column with --date',
    });
  });

  test('a profile may say that days stand for months', () => {
    expect(read(['2024-01-31', '2024-02-29'], { ...TEXT, every: 'month' })).toMatchObject({
      periods: ['2024-01', '2024-02'],
    });
  });

  test('a period too coarse for the cadence that the profile says is unread', () => {
    expect(read(['2024-01', '2024'], { ...TEXT, every: 'month' })).toMatchObject({ periods: ['2024-01', null] });
  });

  test('what cannot be read is null at its place and does not count', () => {
    expect(read(['2024-01', 'Total', '2024-03'])).toMatchObject({ periods: ['2024-01', null, '2024-03'] });
  });
});

describe('years and months in columns of their own', () => {
  test('a calendar year and a month by number or name', () => {
    const form: PeriodForm = { roles: ['year', 'month'] };
    expect(
      read(
        [
          ['2024', '1'],
          ['2567', 'ก.พ.'],
          ['2024', 'March'],
          ['2024', '04'],
        ],
        form,
      ),
    ).toMatchObject({ every: 'month', periods: ['2024-01', '2024-02', '2024-03', '2024-04'] });
  });

  test('the month may come first', () => {
    expect(read([['dec', '2024']], { roles: ['month', 'year'] })).toMatchObject({ periods: ['2024-12'] });
  });

  test('OCT of the fiscal year 2020 is October 2019', () => {
    const form: PeriodForm = { roles: ['fiscal-year', 'month'], fiscal: { startMonth: 10, namedBy: 'end' } };
    expect(
      read(
        [
          ['2020', 'OCT'],
          ['FY2020', 'SEP'],
        ],
        form,
      ),
    ).toMatchObject({ periods: ['2019-10', '2020-09'] });
  });

  test('April of a fiscal year named by its start is in that year, March in the next', () => {
    const form: PeriodForm = { roles: ['fiscal-year', 'month'], fiscal: { startMonth: 4, namedBy: 'start' } };
    expect(
      read(
        [
          ['2023', 'Apr'],
          ['2023', 'Mar'],
        ],
        form,
      ),
    ).toMatchObject({ periods: ['2023-04', '2024-03'] });
  });

  test('a year alone is a year or a fiscal year', () => {
    expect(read([['2024']], { roles: ['year'] })).toMatchObject({ every: 'year', periods: ['2024'] });
    expect(read([['FY 2024']], { roles: ['fiscal-year'] })).toMatchObject({
      every: 'fiscal-year',
      periods: ['FY2024'],
    });
    const july: PeriodForm = { roles: ['fiscal-year'], fiscal: { startMonth: 7, namedBy: 'start' } };
    expect(read([['2024']], july)).toMatchObject({ periods: ['FY2024'] });
  });

  test('months and years that are none are unread', () => {
    const rows = [
      ['2024', '13'],
      ['2024', '0'],
      ['24', '1'],
      ['', '1'],
      ['2024', 'Total'],
      ['2024', '5'],
    ];
    expect(read(rows, { roles: ['year', 'month'] })).toMatchObject({
      periods: [null, null, null, null, null, '2024-05'],
    });
  });
});
