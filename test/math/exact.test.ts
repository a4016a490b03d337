import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  add,
  compare,
  decimal,
  divide,
  type Exact,
  fixedText,
  fraction,
  longText,
  multiply,
  negate,
  plainText,
  sign,
  significant,
  subtract,
  sum,
  toNumber,
} from '../../src/math/exact.ts';
import { quotientText } from '../../src/math/quotient-text.ts';

/** A rational kept the plainest way there is: the definition that `exact` must equal. */
type Rational = readonly [numerator: bigint, denominator: bigint];

const rational = (x: Exact): Rational => (typeof x === 'number' ? [BigInt(x), 1n] : [x.numerator, x.denominator]);
const equal = ([a, b]: Rational, [c, d]: Rational): boolean => a * d === c * b;
const exactOf = ([n, d]: Rational): Exact => fraction(n, d);

const wide = fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n });
const narrow = fc.bigInt({ min: -1000n, max: 1000n });
const numerator = fc.oneof(wide, narrow, fc.constantFrom(0n, 2n ** 53n, 2n ** 53n - 1n, -(2n ** 53n)));
const denominator = fc
  .oneof(fc.bigInt({ min: -50n, max: 50n }), fc.constantFrom(10n, 100n, 10n ** 15n, 7n * 10n ** 20n))
  .filter((d) => d !== 0n);
const rationals: fc.Arbitrary<Rational> = fc.tuple(numerator, denominator);

test('sums, differences, products and quotients equal those of rationals', () => {
  fc.assert(
    fc.property(rationals, rationals, (p, q) => {
      const [x, y] = [exactOf(p), exactOf(q)];
      const [[a, b], [c, d]] = [p, q];
      expect(equal(rational(add(x, y)), [a * d + c * b, b * d])).toBe(true);
      expect(equal(rational(subtract(x, y)), [a * d - c * b, b * d])).toBe(true);
      expect(equal(rational(multiply(x, y)), [a * c, b * d])).toBe(true);
      if (c !== 0n) expect(equal(rational(divide(x, y)), [a * d, b * c])).toBe(true);
    }),
  );
});

test('comparing and the sign agree with rationals', () => {
  fc.assert(
    fc.property(rationals, rationals, (p, q) => {
      const difference = (p[0] * q[1] - q[0] * p[1]) * p[1] * q[1];
      expect(compare(exactOf(p), exactOf(q))).toBe(difference > 0n ? 1 : difference < 0n ? -1 : 0);
      const value = p[0] * p[1];
      expect(sign(exactOf(p))).toBe(value > 0n ? 1 : value < 0n ? -1 : 0);
    }),
  );
});

test('a value that is a safe integer is always a plain number, and never -0', () => {
  fc.assert(
    fc.property(rationals, rationals, (p, q) => {
      const [x, y] = [exactOf(p), exactOf(q)];
      for (const z of [
        x,
        add(x, y),
        subtract(x, x),
        multiply(x, y),
        negate(x),
        multiply(x, 0),
        multiply(0, negate(y)),
      ]) {
        const [n, d] = rational(z);
        expect(d > 0n).toBe(true);
        const isSafe = n % d === 0n && Number.isSafeInteger(Number(n / d));
        expect(typeof z === 'number').toBe(isSafe);
        expect(Object.is(z, -0)).toBe(false);
      }
    }),
  );
});

test('the order of a sum does not change its text', () => {
  const cells = fc.array(fc.tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.integer({ min: 0, max: 9 })));
  fc.assert(
    fc.property(cells, (parts) => {
      const values = parts.map(([coefficient, scale]) => decimal(coefficient, scale));
      const total = (list: readonly Exact[]) => list.reduce(add, 0);
      expect(plainText(total(values.toReversed()))).toBe(plainText(total(values)));
    }),
  );
});

test('0.1 and 0.2 are 0.3', () => {
  expect(plainText(add(decimal(1n, 1), decimal(2n, 1)))).toBe('0.3');
});

test('sums beyond 2^53 keep every digit', () => {
  expect(plainText(add(Number.MAX_SAFE_INTEGER, 2))).toBe('9007199254740993');
  expect(plainText(multiply(3037000500, 3037000500))).toBe('9223372037000250000');
});

test('a sum that comes back below 2^53 is a plain number again', () => {
  expect(subtract(add(Number.MAX_SAFE_INTEGER, 2), 2)).toBe(Number.MAX_SAFE_INTEGER);
});

test('dividing by zero is a bug, not a number', () => {
  expect(() => divide(1, 0)).toThrow(RangeError);
});

test('rounding is half away from zero, on both sides', () => {
  const half = (n: bigint) => fraction(n, 2n);
  expect([1n, 3n, 5n, -1n, -3n, -5n].map((n) => fixedText(half(n), 0))).toEqual(['1', '2', '3', '-1', '-2', '-3']);
  expect(fixedText(divide(172163 + 56810, 2), 0)).toBe('114487');
});

test('decimals that a double holds badly still round by what was written', () => {
  expect(fixedText(decimal(1005n, 3), 2)).toBe('1.01');
  expect(fixedText(decimal(145n, 2), 1)).toBe('1.5');
  expect(fixedText(decimal(-10049999n, 7), 2)).toBe('-1.00');
});

test('what rounds to zero has no minus sign', () => {
  expect(fixedText(decimal(-4n, 1), 0)).toBe('0');
  expect(fixedText(decimal(-4n, 4), 3)).toBe('0.000');
  expect(fixedText(-1, 0)).toBe('-1');
});

test('fixed text has exactly the decimals asked for, and is within half of the last one', () => {
  fc.assert(
    fc.property(rationals, fc.integer({ min: 0, max: 12 }), ([n, d], digits) => {
      const text = fixedText(fraction(n, d), digits);
      expect(text).toMatch(digits === 0 ? /^-?\d+$/ : new RegExp(`^-?\\d+\\.\\d{${digits}}$`));
      expect(text).not.toMatch(/^-[0.]*$/);
      const unit = 10n ** BigInt(digits);
      const off = BigInt(text.replace('.', '')) * d - n * unit;
      const twice = 2n * (off < 0n ? -off : off);
      expect(twice <= (d < 0n ? -d : d)).toBe(true);
    }),
  );
});

test('plain text gives all digits of a decimal, however many, and no trailing zero', () => {
  const written = fc.tuple(wide, fc.integer({ min: 0, max: 25 }));
  fc.assert(
    fc.property(written, ([coefficient, scale]) => {
      const text = plainText(decimal(coefficient, scale));
      const [whole = '', decimals = ''] = text.split('.');
      expect(decimals.endsWith('0')).toBe(false);
      expect(BigInt(whole + decimals) * 10n ** BigInt(scale - decimals.length)).toBe(coefficient);
    }),
  );
});

test('an expansion that never ends has 15 significant digits, rounded half away from zero', () => {
  expect(plainText(fraction(2n, 3n))).toBe('0.666666666666667');
  expect(plainText(fraction(-2n, 3n))).toBe('-0.666666666666667');
  expect(plainText(fraction(1n, 3n * 10n ** 8n))).toBe('0.00000000333333333333333');
  expect(plainText(fraction(1_000_000n, 3n))).toBe('333333.333333333');
  expect(plainText(fraction(29_999_999_999_999_999n, 3n * 10n ** 15n))).toBe('10');
});

test('an expansion that ends is written whole even when it is long', () => {
  expect(plainText(fraction(1n, 1024n))).toBe('0.0009765625');
  expect(plainText(fraction(3n, 2n ** 40n))).toBe('0.0000000000027284841053187847137451171875');
});

test('the short way to a text is the long way', () => {
  const size = fc.integer({ min: 1, max: 53 }).chain((bits) => fc.maxSafeNat().map((n) => n % 2 ** bits));
  const base = fc.oneof(
    size,
    fc.integer({ min: 0, max: 30 }).chain((i) => fc.constantFrom(2 ** i, 5 ** (i % 22), 10 ** (i % 16))),
  );
  fc.assert(
    fc.property(size, fc.boolean(), base, (n, negative, d) => {
      if (d === 0) return;
      const text = quotientText(negative ? 0 - n : n, d);
      const x = fraction(BigInt(negative ? -n : n), BigInt(d));
      if (text !== null) expect(text).toBe(typeof x === 'number' ? String(x) : longText(x));
    }),
    { numRuns: 2000 },
  );
  expect(quotientText(61250, 24500 * 3)).toBe('0.833333333333333');
  expect(quotientText(-1, 8)).toBe('-0.125');
  expect(quotientText(2 ** 53 - 1, 3)).toBeNull();
});

test('doubles are the nearest ones', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }), (value) => {
      const text = Math.abs(value).toFixed(20);
      const [whole = '', decimals = ''] = text.split('.');
      const exact = decimal(BigInt(whole + decimals), decimals.length);
      expect(toNumber(exact)).toBe(Number(text));
    }),
  );
  expect(toNumber(fraction(1n, 3n))).toBe(1 / 3);
  expect(toNumber(fraction(-2n, 3n))).toBe(-2 / 3);
});

test('a value just above the middle of two doubles goes up, however close it is', () => {
  const justAbove = add(decimal(9007199254740993n, 0), decimal(1n, 12));
  expect(toNumber(justAbove)).toBe(9007199254740994);
});

test('very large and very small fractions become doubles', () => {
  expect(toNumber(fraction(10n ** 40n + 1n, 1n))).toBe(1e40);
  expect(toNumber(fraction(1n, 10n ** 40n))).toBe(1e-40);
  expect(toNumber(fraction(-(10n ** 30n), 3n))).toBe(-(1e30 / 3));
});

test('a sum by halves is the sum one after the other', () => {
  fc.assert(
    fc.property(fc.array(rationals, { maxLength: 9 }), (parts) => {
      const values = parts.map(exactOf);
      expect(compare(sum(values), values.reduce(add, 0))).toBe(0);
    }),
  );
});

test('significant digits are as many as asked for, and off by no more than half of the last', () => {
  fc.assert(
    fc.property(rationals, fc.integer({ min: 1, max: 40 }), (parts, digits) => {
      const x = exactOf(parts);
      const made = significant(x, digits);
      const [n, d] = rational(subtract(made, x)).map((part) => (part < 0n ? -part : part)) as [bigint, bigint];
      const [size, of] = rational(made).map((part) => (part < 0n ? -part : part)) as [bigint, bigint];
      expect(2n * n * of * 10n ** BigInt(digits - 1) <= size * d).toBe(true);
      expect(plainText(made).replace(/[-.]/g, '').replace(/^0+/, '').replace(/0+$/, '').length).toBeLessThanOrEqual(
        digits,
      );
    }),
  );
  expect(plainText(significant(decimal(99999n, 2), 2))).toBe('1000');
  expect(plainText(significant(decimal(-12345n, 2), 4))).toBe('-123.5');
});
