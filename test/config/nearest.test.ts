import { expect, test } from 'vitest';
import { didYouMean, nearest } from '../../src/config/nearest.ts';

const COLUMNS = ['Border', 'Port Name', 'Measure', 'Value'];

test('a slip of the hand finds the name that was meant, in any case', () => {
  expect(['Boder', 'border', 'MEASURES', 'vlaue'].map((name) => nearest(name, COLUMNS))).toEqual([
    'Border',
    'Border',
    'Measure',
    'Value',
  ]);
});

test('the beginning or the end of a name finds it', () => {
  expect([nearest('port', COLUMNS), nearest('name', COLUMNS)]).toEqual(['Port Name', 'Port Name']);
});

test('what is far from every name finds none', () => {
  expect([
    nearest('checkpoint', COLUMNS),
    nearest('x', []),
    nearest('', COLUMNS),
    didYouMean('checkpoint', COLUMNS),
  ]).toEqual([undefined, undefined, undefined, '']);
});

test('of equally near names the first is taken', () => {
  expect(nearest('Mae', ['Mai', 'Man'])).toBe('Mai');
});

test('the suggestion is a question', () => {
  expect(didYouMean('Boder', COLUMNS)).toBe('; did you mean "Border"?');
});
