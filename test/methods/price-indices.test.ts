import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chained } from '../../src/math/chained.ts';
import { compare, decimal, divide, type Exact, multiply, sum, toNumber } from '../../src/math/exact.ts';
import { fisher } from '../../src/methods/fisher.ts';
import { laspeyres } from '../../src/methods/laspeyres.ts';
import { paasche } from '../../src/methods/paasche.ts';
import type { MatchedItem } from '../../src/methods/price-index.ts';
import { tornqvist } from '../../src/methods/tornqvist.ts';
import { expectClose } from '../expect-close.ts';
import oracle from '../oracle/price-index.json';

fc.configureGlobal({ seed: 1 });

const price = (product: number, time: number): Exact =>
  decimal(BigInt(Math.round(Number(oracle.prices[product]?.[time]) * 100)), 2);
const quantity = (product: number, time: number): Exact => decimal(BigInt(oracle.quantities[product]?.[time] ?? 0), 7);

/** The four products of the oracle in two of its twelve periods; swapped, quantities stand for prices. */
const items = (base: number, current: number, swapped = false): MatchedItem[] =>
  [0, 1, 2, 3].map((product) => {
    const value = (time: number) => multiply(price(product, time), quantity(product, time));
    const weight = (time: number) => (swapped ? price : quantity)(product, time);
    return {
      value0: value(base),
      quantity0: weight(base),
      value1: value(current),
      quantity1: weight(current),
    };
  });

const times = Array.from({ length: 12 }, (_, time) => time);
const links = (index: (items: readonly MatchedItem[]) => Exact) =>
  times.map((t) => (t === 0 ? 1 : index(items(t - 1, t))));
const numbers = (values: readonly (Exact | null)[]) => values.map((value) => toNumber(value ?? 0));
const fisherOf = (pairs: readonly MatchedItem[]) => fisher(laspeyres(pairs), paasche(pairs));
const [laspeyresChained, paascheChained] = [chained(links(laspeyres)), chained(links(paasche))];

const MADE = {
  laspeyres_pop: numbers(links(laspeyres)),
  laspeyres_chained: numbers(laspeyresChained),
  laspeyres_fixedbase: numbers(times.map((t) => laspeyres(items(0, t)))),
  paasche_pop: numbers(links(paasche)),
  paasche_chained: numbers(paascheChained),
  paasche_fixedbase: numbers(times.map((t) => paasche(items(0, t)))),
  fisher_pop: times.map((t) => (t === 0 ? 1 : fisherOf(items(t - 1, t)))),
  fisher_chained: laspeyresChained.map((index, t) => fisher(index ?? 0, paascheChained[t] ?? 0)),
  fisher_fixedbase: times.map((t) => fisherOf(items(0, t))),
  tornqvist_pop: times.map((t) => (t === 0 ? 1 : tornqvist(items(t - 1, t)))),
  tornqvist_chained: times.map((t) =>
    times.slice(1, t + 1).reduce((product, s) => product * tornqvist(items(s - 1, s)), 1),
  ),
  tornqvist_fixedbase: times.map((t) => tornqvist(items(0, t))),
};

/** One of IndexNumR's values is given to nine decimals. */
const PRINTED: Record<string, number> = { laspeyres_pop: 1e-9 };

describe('the price indices', () => {
  it.each(Object.keys(MADE) as (keyof typeof MADE)[])('%s is that of exact fractions, and of IndexNumR', (name) => {
    for (const t of times) {
      expectClose(MADE[name][t], oracle[name][t] ?? Number.NaN, 1e-13, `${name} ${t}`);
      expectClose(
        MADE[name][t],
        oracle.indexNumR[name][t] ?? Number.NaN,
        PRINTED[name] ?? 1e-12,
        `IndexNumR ${name} ${t}`,
      );
    }
  });

  it('give the quantity indices where prices and quantities change places', () => {
    for (const t of times.slice(1)) {
      const swapped = items(t - 1, t, true);
      expectClose(toNumber(laspeyres(swapped)), oracle.laspeyres_quantity_pop[t] ?? 0, 1e-15);
      expectClose(toNumber(paasche(swapped)), oracle.paasche_quantity_pop[t] ?? 0, 1e-15);
      expectClose(fisherOf(swapped), oracle.fisher_quantity_pop[t] ?? 0, 1e-15);
    }
  });
});

const amount = fc.integer({ min: 1, max: 10 ** 9 });
const traded = fc.array(fc.record({ value0: amount, quantity0: amount, value1: amount, quantity1: amount }), {
  minLength: 1,
  maxLength: 12,
});
/** The same items with prices and quantities in each other's place. */
const swapped = (pairs: readonly MatchedItem[]): MatchedItem[] =>
  pairs.map((pair) => ({
    ...pair,
    quantity0: divide(pair.value0, pair.quantity0),
    quantity1: divide(pair.value1, pair.quantity1),
  }));
const valueIndex = (pairs: readonly MatchedItem[]) =>
  divide(sum(pairs.map(({ value1 }) => value1)), sum(pairs.map(({ value0 }) => value0)));

describe('any items', () => {
  it('have a value index that Laspeyres prices and Paasche quantities multiply to, exactly', () => {
    fc.assert(
      fc.property(traded, (pairs) => {
        const product = multiply(laspeyres(pairs), paasche(swapped(pairs)));
        expect(compare(product, valueIndex(pairs))).toBe(0);
      }),
    );
  });

  it('have a Fisher price index and a Fisher quantity index that multiply to the value index', () => {
    fc.assert(
      fc.property(traded, (pairs) => {
        expectClose(fisherOf(pairs) * fisherOf(swapped(pairs)), toNumber(valueIndex(pairs)), 2e-15);
      }),
    );
  });

  it('have indices between the smallest and the largest price ratio', () => {
    fc.assert(
      fc.property(traded, (pairs) => {
        const ratios = pairs.map(({ value0, quantity0, value1, quantity1 }) =>
          toNumber(divide(multiply(value1, quantity0), multiply(quantity1, value0))),
        );
        for (const index of [toNumber(laspeyres(pairs)), toNumber(paasche(pairs)), fisherOf(pairs), tornqvist(pairs)]) {
          expect(index).toBeGreaterThanOrEqual(Math.min(...ratios) * (1 - 1e-13));
          expect(index).toBeLessThanOrEqual(Math.max(...ratios) * (1 + 1e-13));
        }
      }),
    );
  });

  it('have indices that turn upside down with time', () => {
    fc.assert(
      fc.property(traded, (pairs) => {
        const back = pairs.map((p) => ({
          value0: p.value1,
          quantity0: p.quantity1,
          value1: p.value0,
          quantity1: p.quantity0,
        }));
        expect(compare(multiply(laspeyres(pairs), paasche(back)), 1)).toBe(0);
        expectClose(fisherOf(pairs) * fisherOf(back), 1, 2e-15);
        expectClose(tornqvist(pairs) * tornqvist(back), 1, 1e-13);
      }),
    );
  });
});

describe('a lumped unit value', () => {
  /** Nothing has changed its price; more is bought of the dear item. */
  const mix = [
    { value0: 100, quantity0: 100, value1: 50, quantity1: 50 },
    { value0: 1000, quantity0: 100, value1: 1500, quantity1: 150 },
  ];

  it('moves with the mix where no price does', () => {
    const lumped = divide(divide(1550, 200), divide(1100, 200));
    expect(toNumber(lumped)).toBeGreaterThan(1.4);
    expect([laspeyres(mix), paasche(mix), fisherOf(mix)]).toEqual([1, 1, 1]);
    expectClose(tornqvist(mix), 1, 1e-15);
  });
});

describe('what is no price', () => {
  it('never gets in', () => {
    const zero = [{ value0: 1, quantity0: 0, value1: 1, quantity1: 1 }];
    for (const index of [laspeyres, paasche, tornqvist]) {
      expect(() => index(zero)).toThrow('a value or a quantity is not above zero');
      expect(() => index([])).toThrow('no item is matched');
    }
    expect(() => fisher(0, 1)).toThrow('an index is not above zero');
  });

  it('ends a chain', () => {
    expect(chained([null, 2, null, 3])).toEqual([1, 2, null, null]);
  });
});
