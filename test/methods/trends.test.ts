import { describe, expect, it } from 'vitest';
import { seasons } from '../../src/math/seasons.ts';
import { hamedRao } from '../../src/methods/hamed-rao.ts';
import { mannKendall } from '../../src/methods/mann-kendall.ts';
import { seasonHeterogeneity } from '../../src/methods/season-heterogeneity.ts';
import { seasonalMannKendall } from '../../src/methods/seasonal-mann-kendall.ts';
import { seasonalSen } from '../../src/methods/seasonal-sen.ts';
import { theilSen } from '../../src/methods/theil-sen.ts';
import { expectClose } from '../expect-close.ts';
import hamedRaoOracle from '../oracle/hamed-rao.json';
import oracle from '../oracle/kendall.json';
import series from '../oracle/series.json';

const { made: _made, ...datasets } = series;
const inputs: Record<string, (number | null)[]> = { ...oracle.inputs };
for (const [name, { values }] of Object.entries(datasets)) inputs[name] = values;
const input = (name: string) => inputs[name] ?? [];

function expectInterval(
  made: ReturnType<typeof theilSen>,
  expected: { slope: number; low: number | null; high: number | null },
): void {
  expectClose(made.estimate, expected.slope, 1e-9, 'slope');
  for (const end of ['low', 'high'] as const) {
    const limit = expected[end];
    if (limit === null) expect(made).toMatchObject({ [end]: null, status: 'no-interval' });
    else expectClose(made[end], limit, 1e-9, end);
  }
}

describe('the Mann-Kendall test and the Theil-Sen slope', () => {
  for (const [name, expected] of Object.entries(oracle.plain)) {
    it(`are those of the oracle for ${name}`, () => {
      const made = mannKendall(input(name));
      expect(made).toMatchObject({
        n: expected.n,
        status: 'ok',
        parameters: { score: expected.s, exact: 'exact' in expected },
      });
      expectClose(made.parameters.scoreVariance, expected.variance, 1e-12, 'variance');
      expectClose(made.statistic, expected.z, 1e-9, 'z');
      expectClose(made.pValue, expected.p, 1e-9, 'p');
      expectClose(made.parameters.tau, expected.tau, 1e-12, 'tau');
      expectClose(made.estimate, expected.tauB, 1e-12, 'tau-b');
      expectInterval(theilSen(input(name)), expected.sen);
    });
  }

  it('measure the slope over real distances across a gap', () => {
    expect(theilSen([10, 12, null, null, 18, 20]).estimate).toBe(2);
  });

  it('measure the slope in the unit of the times', () => {
    expectClose(theilSen([10, 12, 14, 16, 18], { times: [0, 31, 62, 93, 124] }).estimate, 2 / 31, 1e-12);
  });

  it('have a wider interval when the variance is multiplied', () => {
    const [plain, wide] = [theilSen(input('Nile')), theilSen(input('Nile'), { varianceFactor: 2.5 })];
    expect(wide.estimate).toBe(plain.estimate);
    expect((wide.high ?? 0) - (wide.low ?? 0)).toBeGreaterThan((plain.high ?? 0) - (plain.low ?? 0));
  });

  it('say why there is no trend', () => {
    for (const method of [mannKendall, theilSen]) {
      expect(method([1, null, 2, 3])).toMatchObject({ status: 'too-few-values', n: 3, estimate: null, pValue: null });
      expect(method([4, 4, 4, null, 4])).toMatchObject({ status: 'no-variation', n: 4, estimate: null });
    }
  });

  it('refuse a value that is no number and times that do not rise', () => {
    for (const method of [mannKendall, theilSen, hamedRao]) {
      expect(() => method([1, 2, Number.NaN, 4])).toThrow('value at period 2 is NaN');
      expect(() => method([1, 2, 3, Number.NEGATIVE_INFINITY])).toThrow(RangeError);
    }
    expect(() => theilSen([1, 2, 3, 4], { times: [0, 1, 1, 2] })).toThrow('does not rise');
    expect(() => theilSen([1, 2, 3, 4], { confidence: 95 })).toThrow(RangeError);
  });
});

describe('the correction of Hamed and Rao', () => {
  const { made: _script, saw, issue29, ...corrected } = hamedRaoOracle;
  for (const [name, c] of Object.entries(corrected)) {
    it(`is the one made with R's acf for ${name}`, () => {
      const made = hamedRao(c.values, { maxLag: c.maxLag });
      expectClose(made.parameters.varianceFactor, c.factor, 1e-9, 'factor');
      expectClose(made.statistic, c.z, 1e-9, 'z');
      expectClose(made.pValue, c.p, 1e-9, 'p');
    });
  }

  it('has the published values of the Nile', () => {
    expectClose(hamedRao(input('Nile')).parameters.varianceFactor, 2.50258, 1e-5);
    expectClose(hamedRao(input('Nile'), { maxLag: 99 }).pValue, 0.004803, 1e-3);
  });

  it('is not made for fewer than 20 values (pitfall 20: pyMannKendall issue 29)', () => {
    const made = hamedRao(issue29.values);
    expect(made).toEqual({ ...mannKendall(issue29.values), method: 'hamed-rao', status: 'not-corrected' });
    expect(issue29.factor).toBeLessThan(0);
  });

  it('is refused where it would leave no variance, and the uncorrected p-value given', () => {
    const made = hamedRao(saw.values);
    expectClose(made.parameters.varianceFactor, saw.factor, 1e-9);
    expect(made).toMatchObject({ status: 'correction-refused', pValue: mannKendall(saw.values).pValue });
  });

  it('says why there is no trend', () => {
    expect(hamedRao([1, 2, 3, 4, 5, 6, 7, 8, 9])).toMatchObject({ status: 'too-few-values', pValue: null });
    expect(hamedRao(new Array(25).fill(3))).toMatchObject({
      status: 'no-variation',
      pValue: null,
      method: 'hamed-rao',
    });
  });
});

describe('the seasonal trend', () => {
  const names: Record<string, string> = { quarters: 'manyTies' };
  for (const [name, expected] of Object.entries(oracle.seasonal)) {
    const y = input(names[name] ?? name);
    it(`is the one of the oracle for ${name}`, () => {
      const made = seasonalMannKendall(seasons(y, expected.m));
      expect(made).toMatchObject({ n: expected.n, parameters: { score: expected.s }, status: 'ok' });
      expectClose(made.parameters.scoreVariance, expected.variance, 1e-12, 'variance');
      expectClose(made.statistic, expected.z, 1e-9, 'z');
      expectClose(made.pValue, expected.p, 1e-9, 'p');
      expectClose(made.estimate, expected.tauB, 1e-12, 'tau-b');
      expectInterval(seasonalSen(seasons(y, expected.m)), expected.sen);
    });

    it(`has the covariances of the oracle for ${name}`, () => {
      const made = seasonalMannKendall(seasons(y, expected.m), { correlatedSeasons: true });
      expectClose(made.parameters.varianceFactor, expected.correlated.variance / expected.variance, 1e-9, 'factor');
      if (made.status === 'ok') expectClose(made.pValue, expected.correlated.p, 1e-9, 'p');
    });

    it(`has the heterogeneity of the oracle for ${name}`, () => {
      const made = seasonHeterogeneity(seasons(y, expected.m));
      expect(made.parameters.degreesOfFreedom).toBe(expected.heterogeneity.df);
      expectClose(made.statistic, expected.heterogeneity.chi2, 1e-9, 'chi2');
      expectClose(made.pValue, expected.heterogeneity.p, 1e-9, 'p');
    });
  }

  it('sees no trend in a season alone', () => {
    const season = Array.from(
      { length: 48 },
      (_, i) => 1000 * (1 + 0.4 * Math.sin((i * Math.PI) / 6)) + (i >= 12 && i < 24 ? 3 : 0),
    );
    expect(seasonalMannKendall(seasons(season, 12)).pValue).toBeGreaterThan(0.01);
    expect(seasonalSen(seasons(new Array(30).fill(5), 12)).status).toBe('no-variation');
  });

  it('tells opposite trends of two seasons, which cancel', () => {
    const y = Array.from({ length: 20 }, (_, i) => (i % 2 === 0 ? i : -i));
    expect(seasonalMannKendall(seasons(y, 2)).estimate).toBe(0);
    expect(seasonHeterogeneity(seasons(y, 2)).pValue).toBeLessThan(0.001);
  });

  it('needs two years', () => {
    const y = Array.from({ length: 23 }, (_, i) => i % 5);
    for (const method of [seasonalMannKendall, seasonalSen, seasonHeterogeneity]) {
      expect(method(seasons(y, 12))).toMatchObject({ status: 'too-few-values', pValue: null, estimate: null });
      expect(method(seasons([...y, 9], 12)).status).not.toBe('too-few-values');
      expect(() => method(seasons(y, 1))).toThrow(RangeError);
    }
  });

  it('has nothing to compare where no season comes twice', () => {
    const y = Array.from({ length: 24 }, (_, i) => (i < 12 ? i : null));
    expect(seasonalMannKendall(seasons(y, 12)).status).toBe('too-few-values');
    expect(seasonalSen(seasons(y, 12)).status).toBe('too-few-values');
    expect(seasonHeterogeneity(seasons(y, 12)).status).toBe('no-variation');
  });
});
