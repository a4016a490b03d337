import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseSizes } from '../../src/analyses/case-sizes.ts';
import { seizureChange, seizureWindow } from '../../src/analyses/seizure-change.ts';
import { decimal, type Exact, plainText, toNumber } from '../../src/math/exact.ts';
import type { Case, SeizureGroup } from '../../src/series/cases.ts';
import type { Series } from '../../src/series/series.ts';

fc.configureGlobal({ seed: 1 });

const one = (value: Exact, records = 1, line = 2): Case => ({ value, records, first: { file: 0, line } });
const window = (first: number, last = first) => ({ first, last });

describe('the sizes of cases', () => {
  it('count each record as one', () => {
    const list = new Map([[0, [one(1, 3), one(10)]]]);
    expect(caseSizes(list, window(0)).median).toBe(1);
  });

  it('have the mean of the middle two as median', () => {
    const { median } = caseSizes(new Map([[0, [one(1), one(4), one(9), one(2)]]]), window(0));
    expect(median).toBe(3);
  });

  it('are of the periods of the window only', () => {
    const list = new Map([
      [0, [one(1)]],
      [1, [one(2)]],
      [2, [one(7)]],
    ]);
    expect(caseSizes(list, window(0, 1)).largest?.value).toBe(2);
    expect(caseSizes(list, window(5))).toEqual({ median: null, largest: null });
  });

  it('name the first of the largest', () => {
    const list = new Map([[0, [one(5, 1, 9), one(5, 1, 4), one(3, 1, 2)]]]);
    expect(caseSizes(list, window(0)).largest?.first.line).toBe(4);
  });

  it('have the median of the records written out', () => {
    const cases = fc.array(
      fc.record({
        value: fc.integer({ min: -50, max: 10_000 }),
        scale: fc.integer({ min: 0, max: 3 }),
        records: fc.integer({ min: 1, max: 4 }),
      }),
      { minLength: 1, maxLength: 30 },
    );
    fc.assert(
      fc.property(cases, (drawn) => {
        const list = drawn.map(({ value, scale, records }) => one(decimal(BigInt(value), scale), records));
        const all = list
          .flatMap(({ value, records }) => Array<number>(records).fill(toNumber(value)))
          .sort((a, b) => a - b);
        const middle = ((all[(all.length - 1) >> 1] as number) + (all[all.length >> 1] as number)) / 2;
        const found = caseSizes(new Map([[0, list]]), window(0)).median;
        expect(toNumber(found ?? Number.NaN)).toBeCloseTo(middle, 9);
      }),
    );
  });
});

const series = (values: readonly (Exact | null)[], kind: 'amount' | 'count'): Series => ({
  key: ['heroin'],
  measure: { name: kind, unit: 'kg', kind, statistic: 'sum' },
  first: 0,
  values,
  records: values.map((value) => (value === null ? 0 : 1)),
  flags: values.map(() => []),
});

/** Two periods of cases of these sizes. */
function group(base: readonly number[], current: readonly number[]): SeizureGroup {
  const sum = (sizes: readonly number[]) => sizes.reduce((a, b) => a + b, 0);
  return {
    key: ['heroin'],
    unit: 'kg',
    quantity: series([sum(base), sum(current)], 'amount'),
    cases: series([base.length, current.length], 'count'),
    list: new Map([
      [0, base.map((size) => one(size))],
      [1, current.map((size) => one(size))],
    ]),
  };
}

const changeOf = (base: readonly number[], current: readonly number[], sums = false) => {
  const of = group(base, current);
  return seizureChange(seizureWindow(of, window(0), sums), seizureWindow(of, window(1), sums));
};

describe('a change in seizures', () => {
  it('leaves out the largest case of both windows, wherever it is', () => {
    expect(changeOf([10, 20], [10, 100]).withoutLargest).toMatchObject({ difference: -20, status: 'ok' });
    expect(changeOf([10, 100], [10, 20]).withoutLargest).toMatchObject({ difference: 20, ratio: 2 });
  });

  it('leaves out that of the current window where both are as large', () => {
    expect(changeOf([50, 10], [50, 5]).withoutLargest).toMatchObject({ difference: -55 });
  });

  it('from nothing but the largest case has no ratio without it', () => {
    expect(changeOf([100], [30]).withoutLargest).toMatchObject({ difference: 30, ratio: null, status: 'base-zero' });
  });

  it('adds up number and size', () => {
    const { effects, quantity } = changeOf([10, 20], [10, 20, 60]);
    expect([effects?.number, effects?.size, quantity.difference].map((x) => plainText(x ?? 0))).toEqual([
      '22.5',
      '37.5',
      '60',
    ]);
  });

  it('knows no largest case where records are sums', () => {
    const { withoutLargest, cases } = changeOf([10, 20], [10, 100], true);
    expect([withoutLargest, cases.difference]).toEqual([null, 0]);
  });
});
