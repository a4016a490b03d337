import { describe, expect, test } from 'vitest';
import { periodRange, positiveInteger } from '../../src/commands/range-options.ts';
import { cadence, periodText } from '../../src/period/index.ts';

const at = cadence('month');

const range = (from: string, to: string) => {
  const range = periodRange({ from, to }, at);
  return [range.from, range.to].map((ordinal) => periodText(ordinal, at));
};

describe('--from and --to', () => {
  test('of a longer period are its first and its last', () => {
    expect(range('2024', '2024')).toEqual(['2024-01', '2024-12']);
    expect(range('2024-Q2', 'FY2025')).toEqual(['2024-04', '2025-09']);
  });

  test('of a shorter period are the ones that hold it', () => {
    expect(range('2024-02-29', '2024-03-01')).toEqual(['2024-02', '2024-03']);
  });

  test('may be Buddhist and Thai', () => {
    expect(range('ม.ค. 67', '2567-03')).toEqual(['2024-01', '2024-03']);
  });

  test('are open where they are not given', () => {
    expect(periodRange({}, at)).toEqual({ from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY, index: null });
  });

  test('must be periods, in order', () => {
    expect(() => range('soon', '2024')).toThrow('--from soon is not a period');
    expect(() => range('2024-03', '2024-02')).toThrow('--from 2024-03 is after --to 2024-02');
  });
});

describe('--index', () => {
  test('is one period of the table', () => {
    expect(periodRange({ index: '2024-03' }, at).index).toBe(2024 * 12 + 2);
    expect(periodRange({ index: '2024-03-15' }, at).index).toBe(2024 * 12 + 2);
    expect(() => periodRange({ index: '2024' }, at)).toThrow('--index 2024 is longer than a month');
  });
});

test('a number of series is a whole one above zero', () => {
  const top = positiveInteger('--top');
  expect(top('3')).toBe(3);
  for (const text of ['0', '-1', '1.5', '', 'three', '1e3', '99999999999999999999']) {
    expect(() => top(text)).toThrow(`--top ${text} is not a whole number above zero`);
  }
});
