import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reachableCount } from '../../src/claims/reachable.ts';
import { stated } from '../../src/claims/statement.ts';
import { matches, roundings } from '../../src/claims/tolerance.ts';
import { decimal, divide, type Exact, fixedText, fraction, multiply } from '../../src/math/exact.ts';

const percent = (n: number): Exact => fraction(BigInt(n), 100n);
const HUNDREDTH = percent(1);

describe('a rounded figure', () => {
  it('is found under every rounding that gives it', () => {
    const of = (figure: number, value: Exact) => roundings(percent(figure), HUNDREDTH, value);
    expect(of(40, percent(40))).toEqual(['exact']);
    expect(of(39, decimal(385n, 3))).toEqual(['half-up']);
    expect(of(38, decimal(385n, 3))).toEqual(['half-even', 'truncated']);
    expect(of(40, decimal(409n, 3))).toEqual(['truncated']);
    expect(of(41, decimal(409n, 3))).toEqual(['half-up', 'half-even']);
    expect(of(42, decimal(409n, 3))).toEqual([]);
    expect(of(-39, decimal(-385n, 3))).toEqual(['half-up']);
    expect(of(-38, decimal(-389n, 3))).toEqual(['truncated']);
    expect(of(0, decimal(4n, 3))).toEqual(['half-up', 'half-even', 'truncated']);
    expect(of(0, decimal(-4n, 3))).toEqual(['half-up', 'half-even', 'truncated']);
  });

  it('is what the exact value rounds to, half away from zero', () => {
    const value = fc.tuple(fc.integer({ min: -9999, max: 9999 }), fc.integer({ min: 1, max: 999 }));
    fc.assert(
      fc.property(value, ([top, bottom]) => {
        const exact = divide(top, bottom);
        const rounded = Number(fixedText(multiply(exact, 100), 0));
        const names = roundings(percent(rounded), HUNDREDTH, exact);
        expect(names.includes('half-up') || names[0] === 'exact').toBe(true);
      }),
    );
  });
});

describe('a hedge', () => {
  const holds = (hedge: Parameters<typeof stated>[2], figure: number, value: number) =>
    matches(stated(percent(figure), HUNDREDTH, hedge), percent(value)) !== null;

  it.each([
    ['about', 40, [38, 40, 42], [37, 43]],
    ['nearly', 40, [36, 39, 40], [35, 41]],
    ['more-than', 40, [41, 90], [40, 39]],
    ['at-least', 40, [40, 90], [39]],
    ['up-to', 40, [1, 40], [41, -5]],
    ['less-than', 40, [0, 39], [40, -5]],
    ['more-than', -40, [-41], [-40, -39, 41]],
    ['less-than', -1, [0], [-1, -2, 1]],
    ['nearly', -40, [-36, -39], [-41, 39]],
  ] as const)('%s %d %% allows %j, not %j', (hedge, figure, inside, outside) => {
    expect(inside.filter((value) => !holds(hedge, figure, value))).toEqual([]);
    expect(outside.filter((value) => holds(hedge, figure, value))).toEqual([]);
  });

  it('allows a figure in words a twentieth to both sides', () => {
    const third = stated(fraction(-1n, 3n));
    expect(matches(third, percent(-32))).toBe('within');
    expect(matches(third, percent(-34))).toBe('within');
    expect(matches(third, percent(-31))).toBeNull();
    expect(matches(third, percent(33))).toBeNull();
    expect(matches(stated(2), decimal(194n, 2))).toBe('within');
    expect(matches(stated(2), decimal(18n, 1))).toBeNull();
    expect(matches(stated(2, null, 'nearly'), decimal(185n, 2))).toBe('within');
    expect(matches(stated(2, null, 'nearly'), decimal(21n, 1))).toBeNull();
  });
});

describe('a change that whole numbers can make', () => {
  const bases = (figure: number, most: number) =>
    Array.from({ length: most }, (_, i) => i + 1).filter((base) => {
      const wanted = percent(figure);
      return Array.from({ length: 2 * base + 1 }, (_, count) => count).some((count) =>
        roundings(wanted, HUNDREDTH, divide(count - base, base)).some((one) => one !== 'truncated'),
      );
    });

  it('by rounding, +28 % comes from 18, 25 and 29 alone up to 30, and +40 % from 5, 10 and 15 up to 15', () => {
    expect(bases(28, 30)).toEqual([18, 25, 29]);
    expect(bases(40, 15)).toEqual([5, 10, 15]);
  });

  it('is found wherever a count gives it by any rounding, and nowhere else', () => {
    const figures = fc.integer({ min: -99, max: 150 });
    fc.assert(
      fc.property(figures, fc.integer({ min: 1, max: 60 }), (figure, base) => {
        const change = stated(percent(figure), HUNDREDTH);
        const counts = Array.from({ length: 3 * base + 1 }, (_, count) => count);
        const possible = counts.some((count) => matches(change, divide(count - base, base)) !== null);
        expect(reachableCount(change, base) !== null, `${figure} % of ${base}`).toBe(possible);
      }),
    );
  });

  it('is none for +28 % from 5', () => {
    expect(reachableCount(stated(percent(28), HUNDREDTH), 5)).toBeNull();
    expect(reachableCount(stated(percent(40), HUNDREDTH), 5)).toBe(7);
    expect(reachableCount(stated(percent(28), HUNDREDTH, 'about'), 7)).toBe(9);
    expect(reachableCount(stated(percent(28), HUNDREDTH, 'more-than'), 5)).toBe(7);
    expect(reachableCount(stated(fraction(10n ** 30n, 1n), HUNDREDTH), 5)).toEqual(fraction(5n * 10n ** 30n + 5n, 1n));
  });
});
