import { expect, test } from 'vitest';
import { standardDeviation } from '../../src/math/standard-deviation.ts';
import { expectClose } from '../expect-close.ts';

test('is the root of the squared deviations over n - 1', () => {
  expectClose(standardDeviation([2, 4, 4, 4, 5, 5, 7, 9]) ?? Number.NaN, Math.sqrt(32 / 7), 1e-12);
});

test('one value has none', () => {
  expect(standardDeviation([3])).toBeNull();
});

test('is that of the deviations, however far the values lie from zero', () => {
  expectClose(standardDeviation([1e9 + 1, 1e9 + 2, 1e9 + 3]) ?? Number.NaN, 1, 1e-12);
});
