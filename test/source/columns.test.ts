import { expect, test } from 'vitest';
import { columnList, columnNamed } from '../../src/source/columns.ts';

const HEADER = ['Date', 'Port, Name', 'n', 'N', 'Value', ''];

test('a column is found by its name, in any case where that is clear', () => {
  expect(['Date', 'date', 'VALUE', 'n', 'N'].map((name) => columnNamed(name, HEADER, 'a.csv'))).toEqual([
    0, 0, 4, 2, 3,
  ]);
});

test('an unknown name is refused with the nearest one and all that there are', () => {
  expect(() => columnNamed('Dat', HEADER, 'a.csv')).toThrow(
    expect.objectContaining({
      message: 'a.csv: there is no column "Dat"; did you mean "Date"?',
      hint: 'the columns are: Date, Port, Name, n, N, Value',
    }),
  );
});

test('a name that several columns have is refused with their places', () => {
  expect(() => columnNamed('n', ['n', 'x', 'n'], 'a.csv')).toThrow('a.csv: "n" is the name of columns 1 and 3');
});

test('names stand between commas unless one holds them, and count once', () => {
  expect(columnList(['Date, Value', 'Port, Name', 'Date'], HEADER)).toEqual(['Date', 'Value', 'Port, Name']);
});
