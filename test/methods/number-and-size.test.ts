import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, compare, decimal, type Exact, negate, plainText, subtract } from '../../src/math/exact.ts';
import { type Counted, numberAndSize } from '../../src/methods/number-and-size.ts';

fc.configureGlobal({ seed: 1 });

const counted = fc.record({
  number: fc.integer({ min: 1, max: 10_000 }),
  total: fc.bigInt({ min: -(10n ** 12n), max: 10n ** 15n }).map((n): Exact => decimal(n, 6)),
});

const texts = (base: Counted, current: Counted) => {
  const found = numberAndSize(base, current);
  return found && [found.number, found.size].map(plainText);
};

describe('a change split into number and size', () => {
  it('is by hand: 4 cases of 10 become 6 of 15', () => {
    expect(texts({ number: 4, total: 40 }, { number: 6, total: 90 })).toEqual(['25', '25']);
  });

  it('gives all to the number where sizes are alike, and all to the size where numbers are', () => {
    expect(texts({ number: 2, total: 20 }, { number: 5, total: 50 })).toEqual(['30', '0']);
    expect(texts({ number: 3, total: 30 }, { number: 3, total: 7 })).toEqual(['0', '-23']);
  });

  it('does not exist where one of them has no cases', () => {
    expect(texts({ number: 0, total: 0 }, { number: 6, total: 90 })).toBeNull();
    expect(texts({ number: 6, total: 90 }, { number: 0, total: 0 })).toBeNull();
  });

  it('adds up to the change exactly', () => {
    fc.assert(
      fc.property(counted, counted, (base, current) => {
        const found = numberAndSize(base, current) as NonNullable<ReturnType<typeof numberAndSize>>;
        const change = subtract(current.total, base.total);
        return compare(add(found.number, found.size), change) === 0;
      }),
    );
  });

  it('changes its signs with the direction', () => {
    fc.assert(
      fc.property(counted, counted, (base, current) => {
        const there = numberAndSize(base, current) as NonNullable<ReturnType<typeof numberAndSize>>;
        const back = numberAndSize(current, base) as NonNullable<ReturnType<typeof numberAndSize>>;
        return compare(there.number, negate(back.number)) === 0 && compare(there.size, negate(back.size)) === 0;
      }),
    );
  });
});
