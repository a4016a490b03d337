import { describe, expect, it } from 'vitest';
import { betaLogOddsQuantile } from '../../src/math/beta-log-odds-quantile.ts';
import { binomialProbability } from '../../src/math/binomial-probability.ts';
import { binomialTail } from '../../src/math/binomial-tail.ts';
import { chiSquaredTail } from '../../src/math/chi-squared-tail.ts';
import { incompleteBeta } from '../../src/math/incomplete-beta.ts';
import { normalQuantile } from '../../src/math/normal-quantile.ts';
import { normalTail } from '../../src/math/normal-tail.ts';
import { tQuantile } from '../../src/math/t-quantile.ts';
import { tTail } from '../../src/math/t-tail.ts';
import { expectClose } from '../expect-close.ts';
import beta from '../oracle/beta.json';
import binomial from '../oracle/binomial.json';
import chiSquared from '../oracle/chi-squared.json';
import normal from '../oracle/normal.json';
import studentT from '../oracle/student-t.json';

/** Each row holds the inputs and, last, the expected value. */
function everyRow(rows: number[][], f: (...inputs: number[]) => number, tolerance: number): void {
  for (const row of rows) {
    const inputs = row.slice(0, -1);
    expectClose(f(...inputs), row.at(-1) as number, tolerance, `f(${inputs})`);
  }
}

const pick = (row: number[][], test: (inputs: number[]) => boolean) => row.filter(test);
const small = (row: number[]) => Math.max(...row) <= 1e5;

describe('the normal distribution', () => {
  it('has the tail of the oracle, far out too', () => everyRow(normal.tail, normalTail, 1e-12));
  it('has the quantiles of the oracle', () =>
    everyRow(
      pick(normal.quantile, ([p = 0]) => Math.abs(p - 0.5) > 1e-3),
      normalQuantile,
      1e-12,
    ));
  it('has sixteen decimals near the median', () =>
    expect(Math.abs(normalQuantile(0.4999999) + 2.5066282747031063e-7)).toBeLessThan(1e-16));
  it('has the median zero', () => expect(normalQuantile(0.5)).toBe(0));
  it('refuses a probability that is none', () => {
    for (const p of [0, 1, -1, Number.NaN]) expect(() => normalQuantile(p)).toThrow(RangeError);
  });
});

describe('the beta distribution', () => {
  it('has the tail of the oracle', () => everyRow(pick(beta.tail, small), incompleteBeta, 1e-12));
  it('keeps ten digits up to parameters of a million', () => everyRow(beta.tail, incompleteBeta, 1e-10));
  it('has tails that add up to one', () => {
    for (const [x = 0, a = 0, b = 0] of beta.tail)
      expectClose(incompleteBeta(x, a, b) + incompleteBeta(1 - x, b, a, x), 1, 1e-12);
  });
  it('has the odds of the quantiles of the oracle', () =>
    everyRow(pick(beta.odds, small), (p = 0, a = 0, b = 0) => Math.exp(betaLogOddsQuantile(p, a, b)), 1e-11));
  it('keeps ten digits of the odds up to parameters of a million', () =>
    everyRow(beta.odds, (p = 0, a = 0, b = 0) => Math.exp(betaLogOddsQuantile(p, a, b)), 1e-10));
  it('ends at zero and one', () => expect([incompleteBeta(0, 2, 3), incompleteBeta(1, 2, 3)]).toEqual([0, 1]));
  it('refuses a probability that is none', () => expect(() => betaLogOddsQuantile(0, 1, 1)).toThrow(RangeError));
});

describe("Student's t distribution", () => {
  it('has the tail of the oracle', () => everyRow(studentT.tail, tTail, 1e-12));
  it('has the quantiles of the oracle', () => everyRow(studentT.quantile, tQuantile, 1e-11));
  it('is symmetric', () => expect([tQuantile(0.9, 3), tTail(-2, 5)]).toEqual([-tQuantile(0.1, 3), 1 - tTail(2, 5)]));
  it('has the median zero', () => expect(tQuantile(0.5, 3)).toBe(0));
  it('refuses a probability that is none', () => expect(() => tQuantile(1, 3)).toThrow(RangeError));
});

describe('the chi-squared distribution', () => {
  it('has the tail of the oracle', () => everyRow(chiSquared.tail, (df = 0, x = 0) => chiSquaredTail(x, df), 1e-12));
  it('is certain at zero', () => expect(chiSquaredTail(0, 3)).toBe(1));
});

describe('the binomial distribution', () => {
  it('has the probabilities of the oracle', () => everyRow(binomial.probability, binomialProbability, 1e-12));
  it('has the tails of the oracle', () => everyRow(binomial.tail, binomialTail, 1e-11));
  it('ends at zero and one', () => expect([binomialTail(-1, 5, 0.5), binomialTail(9, 5, 0.5)]).toEqual([0, 1]));
});
