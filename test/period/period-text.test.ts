import { describe, expect, test } from 'vitest';
import {
  cadence,
  type DateOrder,
  type Era,
  type FiscalYear,
  needsDateOrder,
  OCTOBER_FISCAL_YEAR,
  periodText,
  writtenPeriod,
} from '../../src/period/index.ts';
import { monthOfName } from '../../src/period/month-names.ts';
import { possibleOrders } from '../../src/period/period-text.ts';

interface Rules {
  readonly order?: DateOrder;
  readonly era?: Era;
  readonly fiscal?: FiscalYear;
}

function read(text: string, { order, era = 'auto', fiscal = OCTOBER_FISCAL_YEAR }: Rules = {}): string | null {
  const period = writtenPeriod(text, { order: order ?? null, era, fiscal });
  return period && periodText(period.ordinal, cadence(period.every, fiscal));
}

describe('each form of a period', () => {
  test.each([
    ['2024-03-05', '2024-03-05'],
    ['2024/3/5', '2024-03-05'],
    ['2024.03.05', '2024-03-05'],
    ['2024-03-05T23:59:59Z', '2024-03-05'],
    ['2024-03-05T00:30:00+07:00', '2024-03-05'],
    ['2024-03-05 7:05:09.250 PM', '2024-03-05'],
    ['2024-03-05 00:00:00,000 -0530', '2024-03-05'],
    ['2024-03', '2024-03'],
    ['2024/3', '2024-03'],
    ['2024.03', '2024-03'],
    ['202403', '2024-03'],
    ['2024', '2024'],
    ['FY2024', 'FY2024'],
    ['fy 2024', 'FY2024'],
    ['FY2024-Q1', 'FY2024-Q1'],
    ['FY2024Q4', 'FY2024-Q4'],
    ['2024-Q3', '2024-Q3'],
    ['2024 q3', '2024-Q3'],
    ['2024Q3', '2024-Q3'],
    ['2024-H2', '2024-H2'],
    ['2024h1', '2024-H1'],
    ['2024-W05', '2024-W05'],
    ['2024W5', '2024-W05'],
    ['2020-W53', '2020-W53'],
    ['March 2024', '2024-03'],
    ['MAR-2024', '2024-03'],
    ['Mar. 2024', '2024-03'],
    ['Sept 2024', '2024-09'],
    ['March 5, 2024', '2024-03-05'],
    ['Mar 5 2024', '2024-03-05'],
    ['5 March 2024', '2024-03-05'],
    ['05-Mar-2024', '2024-03-05'],
    ['5Mar2024', '2024-03-05'],
    ['  2024-03  ', '2024-03'],
    ['March   2024', '2024-03'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe('no period', () => {
  test.each([
    '',
    'Total',
    '2024-13',
    '2024-00-01',
    '2024-02-30',
    '2023-02-29',
    '2024-W54',
    '2021-W53',
    '2024-W00',
    '2024-Q5',
    '2024-H3',
    '202413',
    '0999',
    '2024-03/05',
    '2024-03-05 at noon',
    'Smarch 2024',
    'March',
    '31 April 2024',
    '1234567',
  ])('%s', (text) => {
    expect(read(text)).toBeNull();
  });
});

test('a year of two digits has no meaning without a Thai month beside it', () => {
  expect(['05/03/24', '24-03-05', 'Mar-24', '5 Mar 24', '67'].map((text) => read(text, { order: 'dmy' }))).toEqual([
    null,
    null,
    null,
    null,
    null,
  ]);
});

test('beside a Thai month two digits are a Buddhist year, whatever the era is said to be', () => {
  expect(read('ม.ค. 67')).toBe('2024-01');
  expect(read('29 ก.พ. 67')).toBe('2024-02-29');
  expect(read('29 ก.พ. 66')).toBeNull();
  expect(read('ธ.ค.67', { era: 'ce' })).toBe('2024-12');
});

test('Thai months are read in full and short, with and without points', () => {
  expect(read('มกราคม 2567')).toBe('2024-01');
  expect(read('15 เมษายน 2567')).toBe('2024-04-15');
  expect(read('มี.ค. 2567')).toBe('2024-03');
  expect(read('มิย 2567')).toBe('2024-06');
  const short = 'ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค.'.split(' ');
  expect(short.map(monthOfName)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
});

test('2567-02-29 is a day of the Buddhist era, since 2024 is a leap year', () => {
  expect(read('2567-02-29')).toBe('2024-02-29');
  expect(read('2567-02-29', { era: 'be' })).toBe('2024-02-29');
});

test('2566-02-29 is no day, since 2023 has no 29 February', () => {
  expect(read('2566-02-29')).toBeNull();
  expect(read('2566-02-29', { era: 'be' })).toBeNull();
});

test('2567-02-29 is no day of the common era', () => {
  expect(read('2567-02-29', { era: 'ce' })).toBeNull();
});

test('years from 2400 to 2700 are Buddhist by their size', () => {
  expect(['2399', '2400', '2700', '2701'].map((year) => read(year))).toEqual(['2399', '1857', '2157', null]);
});

test('Buddhist years hold in quarters, halves, weeks and fiscal years', () => {
  expect(['2567-Q2', '2567-H1', '2567-W01', 'FY2567'].map((text) => read(text))).toEqual([
    '2024-Q2',
    '2024-H1',
    '2024-W01',
    'FY2024',
  ]);
});

test('the order of 03/04/2024 is the one given, and without one it is unread', () => {
  expect(read('03/04/2024', { order: 'dmy' })).toBe('2024-04-03');
  expect(read('03/04/2024', { order: 'mdy' })).toBe('2024-03-04');
  expect(read('03/04/2024 12:00:00 AM', { order: 'mdy' })).toBe('2024-03-04');
  expect(read('03.04.2567', { order: 'dmy' })).toBe('2024-04-03');
  expect(read('03/04/2024')).toBeNull();
  expect(read('03/04-2024', { order: 'dmy' })).toBeNull();
});

test('only a day and a month before the year leave the order open', () => {
  expect(['3/4/2024', ' 03-04-2024', '03.04.2024 10:00'].map((text) => needsDateOrder(text))).toEqual([
    true,
    true,
    true,
  ]);
  expect(['2024-03-04', '3 Apr 2024', '03/04/24'].map((text) => needsDateOrder(text))).toEqual([false, false, false]);
});

test('a day above twelve decides the order', () => {
  expect(possibleOrders('13/01/2024')).toEqual(['dmy']);
  expect(possibleOrders('01/13/2024')).toEqual(['mdy']);
  expect(possibleOrders('12/12/2024')).toEqual(['dmy', 'mdy']);
  expect(possibleOrders('13/13/2024')).toEqual([]);
  expect(possibleOrders('29/02/2566')).toEqual([]);
});

test('fiscal names follow the fiscal year they are read with', () => {
  const april: FiscalYear = { startMonth: 4, namedBy: 'start' };
  const written = writtenPeriod('FY2024', { order: null, era: 'auto', fiscal: april });
  expect(written).toEqual({ every: 'fiscal-year', ordinal: 2024, buddhist: false });
  expect(writtenPeriod('FY2024', { order: null, era: 'auto', fiscal: OCTOBER_FISCAL_YEAR })?.ordinal).toBe(2023);
});
