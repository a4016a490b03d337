import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seasons } from '../../src/math/seasons.ts';
import type { Estimate } from '../../src/methods/estimate.ts';
import { hamedRao } from '../../src/methods/hamed-rao.ts';
import { holm } from '../../src/methods/holm.ts';
import { mannKendall } from '../../src/methods/mann-kendall.ts';
import { quasiPoissonRatio } from '../../src/methods/quasi-poisson-ratio.ts';
import { seasonalMannKendall } from '../../src/methods/seasonal-mann-kendall.ts';
import { seasonalSen } from '../../src/methods/seasonal-sen.ts';
import { theilSen } from '../../src/methods/theil-sen.ts';
import { expectClose } from '../expect-close.ts';

fc.configureGlobal({ seed: 1 });

type Values = (number | null)[];
const trends: Record<string, (y: Values) => Estimate> = {
  mannKendall,
  theilSen: (y) => theilSen(y),
  hamedRao: (y) => hamedRao(y),
  seasonalMannKendall: (y) => seasonalMannKendall(seasons(y, 4)),
  correlatedSeasons: (y) => seasonalMannKendall(seasons(y, 4), { correlatedSeasons: true }),
  seasonalSen: (y) => seasonalSen(seasons(y, 4)),
};
const count = fc.integer({ min: 0, max: 200 });
const series = fc.array(fc.option(count, { freq: 6 }), { minLength: 8, maxLength: 48 });
const negative = (x: number | null) => (x === null ? null : 0 - x);
const numbers = (e: Estimate) => [e.estimate, e.low, e.high, e.statistic, e.pValue, ...Object.values(e.parameters)];

describe.each(Object.entries(trends))('%s', (name, trend) => {
  it('never gives a number that is none', () => {
    fc.assert(
      fc.property(series, (y) => {
        expect(numbers(trend(y)).filter((x) => x !== null && !Number.isFinite(Number(x)))).toEqual([]);
      }),
    );
  });

  it('turns its sign when the values are turned upside down', () => {
    fc.assert(
      fc.property(series, (y) => {
        const [up, down] = [trend(y), trend(y.map(negative))];
        expect(down.pValue).toBe(up.pValue);
        expect(down.status).toBe(up.status);
        if (up.estimate !== null) expect(down.estimate).toBeCloseTo(0 - up.estimate, 9);
        if (up.low !== null) expect(down.high).toBeCloseTo(0 - up.low, 9);
      }),
    );
  });

  it('turns its sign when time is reversed', () => {
    const whole = series.map((y) => y.slice(0, y.length - (y.length % 4)));
    fc.assert(
      fc.property(whole, (y) => {
        const [forth, back] = [trend(y), trend(y.toReversed())];
        if (forth.estimate !== null) expect(back.estimate).toBeCloseTo(0 - forth.estimate, 9);
        if (forth.pValue !== null) expect(back.pValue).toBeCloseTo(forth.pValue, 9);
      }),
    );
  });

  it('does not change when all values are shifted, and scales with them', () => {
    fc.assert(
      fc.property(series, (y) => {
        const made = trend(y);
        const moved = trend(y.map((x) => (x === null ? null : 2 * x + 64)));
        const slope = name.endsWith('Sen') ? 2 : 1;
        expect(moved).toMatchObject({ statistic: made.statistic, n: made.n, status: made.status });
        expect(moved.estimate).toBe(made.estimate === null ? null : made.estimate * slope);
      }),
    );
  });

  it('does not change when missing periods follow', () => {
    const years = series.filter((y) => y.length >= 8);
    fc.assert(
      fc.property(years, (y) => {
        expect(numbers(trend([...y, null, null])).map(rounded)).toEqual(numbers(trend(y)).map(rounded));
      }),
    );
  });
});

const rounded = (x: unknown) => (typeof x === 'number' ? Number(x.toPrecision(10)) : x);

describe('quasiPoissonRatio', () => {
  const window = fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 2, maxLength: 12 });
  it('is turned upside down when the windows change places', () => {
    fc.assert(
      fc.property(window, window, (a, b) => {
        const [there, back] = [
          quasiPoissonRatio({ values: a }, { values: b }),
          quasiPoissonRatio({ values: b }, { values: a }),
        ];
        expect(there.status).toBe(back.status);
        if (there.status === 'ok') expectClose(there.low, 1 / (back.high ?? 0), 1e-9);
      }),
    );
  });
  it('does not depend on the unit of the exposure', () => {
    fc.assert(
      fc.property(window, window, (a, b) => {
        const days = (y: number[], unit: number) => ({ values: y, exposures: y.map((_, i) => unit * (28 + (i % 4))) });
        const [one, other] = [quasiPoissonRatio(days(a, 1), days(b, 1)), quasiPoissonRatio(days(a, 24), days(b, 24))];
        if (one.status === 'ok') expectClose(other.high, one.high ?? 0, 1e-9);
      }),
    );
  });
});

describe('holm', () => {
  it('never makes a p-value smaller and keeps their order', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true })), (p) => {
        const adjusted = holm(p).map(Number);
        for (const [i, one] of p.entries()) {
          expect(adjusted[i]).toBeGreaterThanOrEqual(one);
          for (const [j, other] of p.entries())
            if (one < other) expect(adjusted[i]).toBeLessThanOrEqual(adjusted[j] ?? 0);
        }
      }),
    );
  });
});
