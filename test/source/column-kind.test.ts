import { describe, expect, test } from 'vitest';
import { columnKind, isFiscalYearName, isSeparating, isUnitName, measureKind } from '../../src/source/column-kind.ts';

describe('periods', () => {
  test('dates are periods under any name', () => {
    expect(columnKind('seen', ['2024-01-05', '2024-01-06'])).toBe('period');
    expect(columnKind('seen', ['05/01/2024', '06/13/2024'])).toBe('period');
    expect(columnKind('เมื่อ', ['ม.ค. 67', 'ก.พ. 67'])).toBe('period');
    expect(columnKind('seen', ['13.01.2024', '14.01.2024'])).toBe('period');
  });

  test('bare digits are a period only under a name that says so', () => {
    expect(columnKind('month', ['202401', '202402'])).toBe('period');
    expect(columnKind('t', ['2019', '2020'])).toBe('period');
    expect(columnKind('crossings', ['2019', '2020'])).toBe('number');
  });

  test('amounts with one decimal are no months', () => {
    expect(columnKind('price', ['1034.5', '1100.2', '2000.1'])).toBe('number');
    expect(columnKind('month', ['2024.1', '2024.02'])).toBe('period');
  });

  test('years and months in columns of their own are known by name and cells', () => {
    expect(columnKind('year', ['2023', '2024'])).toBe('year');
    expect(columnKind('FY', ['FY2023', 'FY 2024'])).toBe('year');
    expect(columnKind('ปี', ['2566', '2567'])).toBe('year');
    expect(columnKind('month', ['1', '12'])).toBe('month');
    expect(columnKind('month_abbv', ['JAN', 'Sept'])).toBe('month');
    expect(columnKind('เดือน', ['ม.ค.', 'กุมภาพันธ์'])).toBe('month');
  });

  test('a few cells that do not fit do not change what a column is', () => {
    const months = Array.from({ length: 12 }, (_, i) => `2024-${String(i + 1).padStart(2, '0')}`);
    expect(columnKind('month', [...months, 'Total'])).toBe('period');
    expect(columnKind('month', ['2024-01', 'Total'])).toBe('text');
  });
});

describe('numbers', () => {
  test('grouped, signed and decimal cells are numbers, null tokens do not count', () => {
    expect(columnKind('balance', ['1,234', '-5.5', '..', '-', ''])).toBe('number');
  });

  test('identifiers are no numbers', () => {
    expect(columnKind('port code', ['2504', '2505'])).toBe('text');
    expect(columnKind('case number', ['1', '2'])).toBe('text');
    expect(columnKind('No.', ['1', '2'])).toBe('text');
    expect(columnKind('รหัสด่าน', ['11', '12'])).toBe('text');
    expect(columnKind('post', ['01', '02'])).toBe('text');
    expect(columnKind('latitude', ['20.4', '20.1'])).toBe('text');
  });

  test('a number of something is a number, and so is a column named number', () => {
    expect(columnKind('Number of seizures', ['3', '5'])).toBe('number');
    expect(columnKind('no_of_cases', ['3', '5'])).toBe('number');
    expect(columnKind('number', ['3', '5'])).toBe('number');
  });

  test('a column without a name or a value is empty', () => {
    expect(columnKind('', ['1'])).toBe('empty');
    expect(columnKind('note', ['', ' ', 'N/A'])).toBe('empty');
  });
});

describe('NA', () => {
  test('is a code, not a null token', () => {
    expect(columnKind('province', ['NA', 'NA'])).toBe('text');
  });
});

test('columns of units, measures and currencies keep series apart', () => {
  expect(['unit', 'Units', 'quantity_unit', 'หน่วย'].map(isUnitName)).toEqual([true, true, true, true]);
  expect(['Measure', 'indicator', 'Currency', 'unit'].map(isSeparating)).toEqual([true, true, true, true]);
  expect(['community', 'measured at', 'port'].map(isSeparating)).toEqual([false, false, false]);
});

test('a fiscal year is known by its name', () => {
  expect(['fiscal_year', 'FY', 'ปีงบประมาณ', 'year'].map(isFiscalYearName)).toEqual([true, true, true, false]);
});

describe('the kind of a measure', () => {
  test('whole numbers are counts, with some below zero amounts, and decimals may be anything', () => {
    expect(measureKind('crossings', ['12', '1,200', ' 7 '])).toBe('count');
    expect(measureKind('crossings', ['12', '1.5'])).toBeNull();
    expect(measureKind('net crossings', ['12', '-5'])).toBe('amount');
  });

  test('null tokens do not make a count an amount', () => {
    expect(measureKind('crossings', ['12', '-', '..', ''])).toBe('count');
  });

  test('values, weights and quantities are amounts even when they are whole', () => {
    expect(
      ['trade value', 'million_baht', 'weight_kg', 'quantity', 'มูลค่า'].map((name) => measureKind(name, ['5'])),
    ).toEqual(Array(5).fill('amount'));
  });

  test('prices, rates, indices and concentrations are averaged', () => {
    expect(['PM2.5', 'pm25', 'price_per_kg', 'Mean age', 'อัตรา'].map((name) => measureKind(name, ['5']))).toEqual(
      Array(5).fill('rate'),
    );
  });

  test('percentages are shares, whose changes are in points', () => {
    expect(['share', '% women', 'percent_found', 'ร้อยละ'].map((name) => measureKind(name, ['5']))).toEqual(
      Array(4).fill('share'),
    );
  });

  test('persons are counted: "per" must be a word', () => {
    expect(measureKind('persons', ['5'])).toBe('count');
  });
});
