import { expect, test } from 'vitest';
import { connected } from '../../src/build/connected.ts';

test.each([
  [[], []],
  [
    [['a'], ['b'], ['a']],
    [0, 1, 0],
  ],
  [
    [['a'], ['b'], [], ['a', 'b'], []],
    [0, 0, 2, 0, 4],
  ],
  [
    [['a'], ['b'], ['c'], ['c', 'b'], ['d', 'd']],
    [0, 1, 1, 1, 4],
  ],
  [
    [['c'], ['b', 'c'], ['a'], ['d'], ['a', 'd'], ['d', 'b']],
    [0, 0, 0, 0, 0, 0],
  ],
])('%j are of the groups %j', (lists, groups) => {
  expect(connected(lists)).toEqual(groups);
});
