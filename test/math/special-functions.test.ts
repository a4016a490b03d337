import { expect, it } from 'vitest';
import { devianceTerm } from '../../src/math/deviance-term.ts';
import { digamma } from '../../src/math/digamma.ts';
import { logGamma } from '../../src/math/log-gamma.ts';
import { stirlingError } from '../../src/math/stirling-error.ts';
import { trigamma } from '../../src/math/trigamma.ts';
import { expectClose } from '../expect-close.ts';
import oracle from '../oracle/special.json';

const withinAbsolute = (rows: number[][], f: (x: number) => number, tolerance: number) => {
  for (const [x = 0, expected = 0] of rows) {
    expect(Math.abs(f(x) - expected) / Math.max(1, Math.abs(expected)), `at ${x}`).toBeLessThan(tolerance);
  }
};

it('has the logarithm of the gamma function', () => withinAbsolute(oracle.logGamma, logGamma, 1e-14));
it('has the digamma function', () => withinAbsolute(oracle.digamma, digamma, 1e-14));
it("has Stirling's error", () => withinAbsolute(oracle.stirlingError, stirlingError, 2e-15));
it('has the trigamma function', () => {
  for (const [x = 0, expected = 0] of oracle.trigamma) expectClose(trigamma(x), expected, 1e-13, `at ${x}`);
});
it('has the deviance term without cancellation', () => {
  for (const [k = 0, m = 0, expected = 0] of oracle.devianceTerm) expectClose(devianceTerm(k, m), expected, 4e-15);
});
it('has the deviance of a zero count', () => expect(devianceTerm(0, 3)).toBe(3));
