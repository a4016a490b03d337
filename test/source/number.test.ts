import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainText } from '../../src/math/exact.ts';
import { numberOf } from '../../src/source/number.ts';

const read = (cell: string): string | null => {
  const value = numberOf(cell);
  return value === null ? null : plainText(value);
};

test('"1,234" is 1234, and only commas between groups of three are taken', () => {
  expect(['1,234', '12,345,678', '1,234.50', '-1,234'].map(read)).toEqual(['1234', '12345678', '1234.5', '-1234']);
  expect(['1,23', '1234,567', ',123', '1,2345', '1,,234', '1,234,56'].map(read)).toEqual(Array(6).fill(null));
});

test('signs may be plus, hyphen or the minus of typesetters', () => {
  expect(['+5', '-5', '\u22125', '-.5', '+0.25'].map(read)).toEqual(['5', '-5', '-5', '-0.5', '0.25']);
});

test('a negative zero is zero', () => {
  expect(['-0', '-0.00', '\u22120'].map((cell) => numberOf(cell))).toEqual([0, 0, 0]);
});

test('blanks around a number do not matter, inside they do', () => {
  expect(read(' 42\t')).toBe('42');
  expect(read('4 2')).toBeNull();
});

test('leading zeros do not change the value', () => {
  expect(['007', '000', '00.50'].map(read)).toEqual(['7', '0', '0.5']);
});

test('what is not written as a plain number is none', () => {
  const cells = ['', ' ', '-', '.', '5.', '1e3', '0x10', 'NaN', 'Infinity', '12%', '(5)', '1.2.3', '--1', '๑๒', '5-'];
  expect(cells.map(read)).toEqual(cells.map(() => null));
});

test('every digit of a long number is kept', () => {
  expect(read('12345678901234567890.123456789')).toBe('12345678901234567890.123456789');
  expect(read('999999999999999')).toBe('999999999999999');
  expect(read('9007199254740993')).toBe('9007199254740993');
});

test('every integer reads back from its digits, grouped or not', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }), (n) => {
      expect(read(String(n))).toBe(String(n));
      expect(read(n.toLocaleString('en-US'))).toBe(String(n));
    }),
  );
});
