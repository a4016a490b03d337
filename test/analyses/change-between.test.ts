import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changeBetween } from '../../src/analyses/change-between.ts';
import { add, decimal, type Exact, multiply, plainText } from '../../src/math/exact.ts';
import type { Flag } from '../../src/series/series.ts';

const valued = (value: Exact | null, ...flags: Flag[]) => ({ value, flags });
const text = (x: Exact | null) => (x === null ? null : plainText(x));

function told(base: Exact | null, current: Exact | null, kind: 'count' | 'amount' | 'rate' | 'share' = 'count') {
  const { difference, ratio, status } = changeBetween(valued(base), valued(current), kind);
  return [text(difference), text(ratio), status];
}

describe('zero bases', () => {
  test('from zero there is a difference and no ratio', () => {
    expect(told(0, 5)).toEqual(['5', null, 'base-zero']);
  });

  test('from zero to zero is 0 %', () => {
    expect(told(0, 0)).toEqual(['0', '0', 'ok']);
  });

  test('from five to zero is -100 %', () => {
    expect(told(5, 0)).toEqual(['-5', '-1', 'ok']);
  });
});

test('a negative base has no percentage', () => {
  expect(told(-10, 5, 'amount')).toEqual(['15', null, 'base-negative']);
  expect(told(-10, -10, 'amount')).toEqual(['0', null, 'base-negative']);
});

test('the change of a share is in points, never in percent of percent', () => {
  expect(told(decimal(205n, 1), decimal(41n, 0), 'share')).toEqual(['20.5', null, 'points']);
});

test('what is missing is missing, on either side, and neither is zero', () => {
  expect(told(40, null)).toEqual([null, null, 'missing']);
  expect(told(null, 40)).toEqual([null, null, 'base-missing']);
  expect(told(null, null)).toEqual([null, null, 'missing']);
});

test('a part of a period is never compared with a whole one', () => {
  for (const flag of ['partial', 'incomplete'] as const) {
    expect(changeBetween(valued(10), valued(3, flag), 'count')).toEqual({
      difference: null,
      ratio: null,
      status: 'part',
    });
    expect(changeBetween(valued(3, flag), valued(10), 'count')).toEqual({
      difference: null,
      ratio: null,
      status: 'base-part',
    });
  }
});

test('flags that are no parts do not keep values from being compared', () => {
  for (const flag of ['blank', 'rejects', 'zero-filled', 'source:p'] as const) {
    expect(changeBetween(valued(10, flag), valued(14, flag), 'count').status).toBe('ok');
  }
});

test('500 to 700 is +40 %, exactly', () => {
  expect(told(500, 700)).toEqual(['200', '0.4', 'ok']);
});

test('base plus base times ratio is current, exactly', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1 }), fc.integer(), fc.integer({ min: 0, max: 6 }), (b, c, scale) => {
      const [base, current] = [decimal(BigInt(b), scale), c];
      const { ratio, difference } = changeBetween(valued(base), valued(current), 'amount');
      expect(plainText(add(base, multiply(base, ratio ?? 0)))).toBe(plainText(current));
      expect(plainText(add(base, difference ?? 0))).toBe(plainText(current));
    }),
  );
});

test('where a figure is null the status says why, and nowhere else', () => {
  const values = fc.option(fc.integer({ min: -3, max: 3 }), { nil: null });
  const flags = fc.constantFrom<Flag[]>([], ['partial'], ['incomplete'], ['blank']);
  const kinds = fc.constantFrom('count' as const, 'amount' as const, 'rate' as const, 'share' as const);
  fc.assert(
    fc.property(values, flags, values, flags, kinds, (base, baseFlags, current, currentFlags, kind) => {
      const { difference, ratio, status } = changeBetween(
        valued(base, ...baseFlags),
        valued(current, ...currentFlags),
        kind,
      );
      expect(ratio !== null).toBe(status === 'ok');
      expect(difference !== null).toBe(['ok', 'base-zero', 'base-negative', 'points'].includes(status));
    }),
  );
});
