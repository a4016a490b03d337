import { expect, test } from 'vitest';
import { idOf } from '../../src/series/id-of.ts';
import { onceOf } from '../../src/series/once-of.ts';

const double = (x: number) => x * 2;

test.each([
  ['text', 'a', 'b'],
  ['a number and its text', 1, '1'],
  ['numbers that JSON does not know', Number.NaN, Number.POSITIVE_INFINITY],
  ['a number that JSON does not know, and none', Number.NaN, null],
  ['big numbers', 1n, 2n],
  ['a key more', { a: 1 }, { a: 1, b: 2 }],
  ['functions that read alike', { keeps: () => true }, { keeps: () => true }],
  ['a function, and none', { keeps: double }, {}],
  ['sets', new Set(['a']), new Set(['b'])],
  ['maps that hold the same', new Map([['a', 1]]), new Map([['a', 1]])],
  ['what lies deep', [{ a: [{ b: double }] }], [{ a: [{ b: (x: number) => x * 2 }] }]],
  ['order', ['a', 'b'], ['b', 'a']],
])('what is asked is told apart by %s', (_, one, other) => {
  expect(idOf(one)).not.toBe(idOf(other));
  expect(idOf(one)).toBe(idOf(one));
});

test('what says the same is asked once', () => {
  let asked = 0;
  const once = onceOf(
    (_: object, plan: { by: string[]; every?: string | undefined; meant?: (x: number) => number }) => {
      asked++;
      return plan.by.length;
    },
  );
  const [object, other] = [{}, {}];
  for (const plan of [{ by: ['a'] }, { by: ['a'], every: undefined }]) expect(once(object, plan)).toBe(1);
  expect(asked).toBe(1);
  for (let i = 0; i < 2; i++) once(object, { by: ['a'], meant: double });
  expect(asked).toBe(2);
  once(other, { by: ['a'] });
  expect(asked).toBe(3);
});

test('what failed is asked again', () => {
  let asked = 0;
  const once = onceOf((_: object, __: string) => {
    asked++;
    throw new RangeError('no');
  });
  const object = {};
  for (let i = 0; i < 2; i++) expect(() => once(object, 'a')).toThrow('no');
  expect(asked).toBe(2);
});
