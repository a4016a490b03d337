import { describe, expect, it } from 'vitest';
import { exactPoissonRatio } from '../../src/methods/exact-poisson-ratio.ts';
import { holm } from '../../src/methods/holm.ts';
import { negativeBinomialRatio } from '../../src/methods/negative-binomial-ratio.ts';
import { quasiPoissonRatio } from '../../src/methods/quasi-poisson-ratio.ts';
import { expectClose } from '../expect-close.ts';
import oracle from '../oracle/ratio.json';

const totals = (a: number, b: number, t1 = 1, t0 = 1) =>
  [
    { count: a, exposure: t1 },
    { count: b, exposure: t0 },
  ] as const;
const pair = (current: number[], base: number[]) => [{ values: current }, { values: base }] as const;
const current = [110, 95, 140, 160, 120, 75];
const base = [80, 70, 95, 105, 90, 60];

describe('the exact ratio of two Poisson counts', () => {
  for (const c of oracle.poisson) {
    it(`is R's for ${c.current} in ${c.currentExposure} v ${c.base} in ${c.baseExposure} at ${c.confidence}`, () => {
      const made = exactPoissonRatio(...totals(c.current, c.base, c.currentExposure, c.baseExposure), c.confidence);
      expectClose(made.low, c.low, 1e-9, 'low');
      if (c.high === null) expect(made).toMatchObject({ high: null, estimate: null, status: 'base-zero' });
      else expectClose(made.high, c.high as number, 1e-9, 'high');
      if (made.estimate !== null) expectClose(made.estimate, c.ratio as number, 1e-12, 'ratio');
      expectClose(made.pValue, c.p, 1e-9, 'p');
    });
  }

  it('knows nothing from no counts', () => {
    expect(exactPoissonRatio(...totals(0, 0))).toMatchObject({
      status: 'no-counts',
      estimate: null,
      low: null,
      pValue: null,
    });
  });

  it('turns upside down when the windows change places', () => {
    const [there, back] = [exactPoissonRatio(...totals(9, 40, 2, 7)), exactPoissonRatio(...totals(40, 9, 7, 2))];
    expectClose(there.low, 1 / (back.high ?? 0), 1e-12);
    expectClose(there.pValue, back.pValue ?? 0, 1e-12);
  });

  it('keeps ten digits for a hundred million crossings', () => {
    const made = exactPoissonRatio(...totals(1.4e8, 1e8));
    // normal limits on the log scale differ from the exact ones by less than 1e-8 here
    expectClose(made.low, 1.4 * Math.exp(-1.959963984540054 * Math.sqrt(1 / 1.4e8 + 1e-8)), 1e-7);
  });

  it('refuses what is no count, no exposure or no confidence', () => {
    for (const wrong of [1.5, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => exactPoissonRatio(...totals(wrong, 1))).toThrow(RangeError);
    }
    expect(() => exactPoissonRatio(...totals(1, 1, 0))).toThrow(RangeError);
    expect(() => exactPoissonRatio(...totals(1, 1), 95)).toThrow(RangeError);
  });
});

describe('the ratio of two windows', () => {
  for (const [i, c] of oracle.windows.entries()) {
    const windows = [
      { values: c.current, exposures: c.currentExposures },
      { values: c.base, exposures: c.baseExposures },
    ] as const;

    it(`is that of R's quasi-Poisson model, case ${i}`, () => {
      const made = quasiPoissonRatio(...windows);
      expectClose(made.estimate, c.ratio, 1e-9, 'ratio');
      expectClose(made.parameters.dispersion, c.dispersion, 1e-9, 'dispersion');
      // R prints the dispersion from the step before the last, so what it prints is a little off
      expectClose(made.parameters.dispersion, c.dispersionAtDefaultTolerance, 1e-3, 'dispersion as printed');
      expectClose(made.low, c.low, 1e-9, 'low');
      expectClose(made.high, c.high, 1e-9, 'high');
      expectClose(made.statistic, c.t, 1e-9, 't');
      expectClose(made.pValue, c.p, 1e-9, 'p');
    });

    it(`is that of R's negative binomial model, case ${i}`, () => {
      const made = negativeBinomialRatio(...windows);
      expectClose(made.estimate, c.negativeBinomial.ratio, 1e-8, 'ratio');
      expectClose(made.parameters.theta, c.negativeBinomial.theta, 1e-6, 'theta');
      expectClose(made.low, c.negativeBinomial.low, 1e-6, 'low');
      expectClose(made.high, c.negativeBinomial.high, 1e-6, 'high');
      expectClose(made.pValue, c.negativeBinomial.p, 1e-6, 'p');
    });
  }

  for (const method of [quasiPoissonRatio, negativeBinomialRatio]) {
    it(`leaves missing periods out (${method.name})`, () => {
      const days = { values: [110, null, 95, 140, 160, 120, 75], exposures: [1, 0, 1, 1, 1, 1, 1] };
      expect(method(days, { values: base })).toEqual(method(...pair(current, base)));
    });

    it(`does not depend on the order of the periods (${method.name})`, () => {
      expectClose(method(...pair(current.toReversed(), base)).low, method(...pair(current, base)).low ?? 0, 1e-12);
    });

    it(`says why there is no ratio (${method.name})`, () => {
      const status = (a: number[], b: number[]) => method(...pair(a, b)).status;
      expect([status([5], base), status([0, 0], [0, 0]), status([0, 0], [1, 2]), status([1, 2], [0, 0])]).toEqual([
        'too-few-values',
        'no-counts',
        'zero-window',
        'zero-window',
      ]);
    });

    it(`refuses what is no count, no exposure or no confidence (${method.name})`, () => {
      expect(() => method(...pair([-1, 2], base))).toThrow(RangeError);
      expect(() => method(...pair([Number.NaN, 2], base))).toThrow('count at period 0 is NaN');
      expect(() => method({ values: [1, 2], exposures: [1] }, { values: base })).toThrow('exposure at period 1');
      expect(() => method(...pair(current, base), 1)).toThrow(RangeError);
    });
  }

  it('is not narrowed by periods that vary less than Poisson counts', () => {
    const made = quasiPoissonRatio(...pair([100, 100, 101], [90, 90, 91]));
    expect(made.parameters.dispersion).toBeLessThan(0.01);
    expectClose(made.statistic, Math.log(301 / 271) / Math.sqrt(1 / 301 + 1 / 271), 1e-12);
  });

  it('is the Poisson one where the counts are not over-dispersed', () => {
    const made = negativeBinomialRatio(...pair([100, 101, 99], [90, 91, 89]));
    expect(made).toMatchObject({ status: 'no-overdispersion', parameters: {} });
    expectClose(made.high, (300 / 270) * Math.exp(1.959963984540054 * Math.sqrt(1 / 300 + 1 / 270)), 1e-12);
  });
});

describe("Holm's adjustment", () => {
  it("is R's, with a missing test left out", () => {
    const made = holm(oracle.holm.p);
    for (const [i, p] of oracle.holm.adjusted.entries())
      p === null ? expect(made[i]).toBeNull() : expectClose(made[i], p, 1e-12);
  });
  it('leaves a single test as it is', () => expect(holm([0.04])).toEqual([0.04]));
  it('refuses what is no p-value', () => expect(() => holm([1.5])).toThrow(RangeError));
});
