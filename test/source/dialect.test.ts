import { expect, test } from 'vitest';
import { dialectOf } from '../../src/source/dialect.ts';

const delimiter = (text: string) => dialectOf(Buffer.from(text)).delimiter;

test('the delimiter is the one that cuts the header into the most fields', () => {
  expect(delimiter('month,port,crossings\n')).toBe(',');
  expect(delimiter('month;port;crossings, total\n')).toBe(';');
  expect(delimiter('month\tport\tcrossings\n')).toBe('\t');
  expect(delimiter('month|port|crossings\n')).toBe('|');
});

test('a header of one column has a comma', () => {
  expect(delimiter('crossings\n1\n')).toBe(',');
  expect(delimiter('')).toBe(',');
});

test('delimiters in quotes do not count, nor do line ends there', () => {
  expect(delimiter('"Port, Name, Code";State\n')).toBe(';');
  expect(delimiter('"Port\nName, Code, State";"a ""b"", c"\n')).toBe(';');
});

test('only the header decides, and blank lines before it do not', () => {
  expect(delimiter('\r\n\r\nmonth;n\n1,2,3,4\n')).toBe(';');
});
