import { describe, expect, it } from 'vitest';
import { valueTotal } from '../../src/series/value-total.ts';

const parts = (table: Readonly<Record<string, readonly number[]>>) =>
  Object.entries(table).flatMap(([value, figures]) => figures.map((figure, period) => ({ value, period, figure })));

describe('valueTotal', () => {
  it('finds the sum of all others', () => {
    expect(valueTotal(parts({ all: [3, 5, 7], a: [1, 2, 3], b: [2, 3, 4] }))).toEqual({ value: 'all', periods: 3 });
  });

  it('wants it in every period', () => {
    expect(valueTotal(parts({ all: [3, 5, 8], a: [1, 2, 3], b: [2, 3, 4] }))).toBeNull();
    expect(valueTotal(parts({ all: [3, 5, 7], a: [1, 2, 3], b: [2, 3, 4, 1] }))).toBeNull();
  });

  it('wants three periods that are not zero', () => {
    expect(valueTotal(parts({ all: [3, 5, 0], a: [1, 2, 0], b: [2, 3, 0] }))).toBeNull();
  });

  it('wants two parts that are not zero throughout: else it is two equal values', () => {
    expect(valueTotal(parts({ a: [1, 2, 3], b: [1, 2, 3] }))).toBeNull();
    expect(valueTotal(parts({ a: [1, 2, 3], b: [1, 2, 3], c: [0, 0, 0] }))).toBeNull();
  });
});
