import { expect, it } from 'vitest';
import { seasons } from '../../src/math/seasons.ts';
import type { Estimate } from '../../src/methods/estimate.ts';
import { exactPoissonRatio } from '../../src/methods/exact-poisson-ratio.ts';
import { hamedRao } from '../../src/methods/hamed-rao.ts';
import { mannKendall } from '../../src/methods/mann-kendall.ts';
import { negativeBinomialRatio } from '../../src/methods/negative-binomial-ratio.ts';
import { quasiPoissonRatio } from '../../src/methods/quasi-poisson-ratio.ts';
import { seasonalMannKendall } from '../../src/methods/seasonal-mann-kendall.ts';
import { seasonalSen } from '../../src/methods/seasonal-sen.ts';
import { theilSen } from '../../src/methods/theil-sen.ts';
import { type Random, random } from '../random.ts';

const RUNS = 2000;

/** How often, in runs of a fixed seed, what `run` says is so. */
function share(seed: number, run: (source: Random) => boolean): number {
  const source = random(seed);
  let hits = 0;
  for (let i = 0; i < RUNS; i++) if (run(source)) hits++;
  return hits / RUNS;
}

const covers = (made: Estimate, truth: number) => (made.low ?? -Infinity) <= truth && truth <= (made.high ?? Infinity);
const rejects = (made: Estimate) => (made.pValue ?? 1) < 0.05;
const times = (n: number, draw: () => number) => Array.from({ length: n }, draw);
const total = (y: number[]) => y.reduce((sum, x) => sum + x, 0);

function expectBetween(actual: number, low: number, high: number): void {
  expect(actual).toBeGreaterThanOrEqual(low);
  expect(actual).toBeLessThanOrEqual(high);
}

/** Within four standard errors of 5 % in 2,000 runs. */
const expectFivePercent = (actual: number) => expectBetween(actual, 0.0305, 0.0695);

it('covers a ratio of two Poisson counts in 95 of 100 runs, whatever the sizes of the windows', () => {
  const run = (a: number, b: number) => (source: Random) =>
    covers(
      exactPoissonRatio({ count: source.poisson(1.3 * a), exposure: a }, { count: source.poisson(b), exposure: b }),
      1.3,
    );
  expectBetween(share(1, run(60, 240)), 0.93, 0.97);
  expectBetween(share(2, run(181, 730)), 0.93, 0.97);
});

it.each([
  [6, 12, 90, 8],
  [3, 12, 40, 4],
  [12, 6, 200, 20],
  [3, 3, 90, 8],
])(
  'covers the ratio of %i over-dispersed months to %i with mean %i, where Poisson falls below 80 %%',
  (n1, n0, mean, size) => {
    const sample = (source: Random) =>
      [
        times(n1, () => source.negativeBinomial(mean, size)),
        times(n0, () => source.negativeBinomial(mean, size)),
      ] as const;
    const quasi = share(3, (source) => {
      const [current, base] = sample(source);
      return covers(quasiPoissonRatio({ values: current }, { values: base }), 1);
    });
    const poisson = share(3, (source) => {
      const [current, base] = sample(source);
      return covers(
        exactPoissonRatio({ count: total(current), exposure: n1 }, { count: total(base), exposure: n0 }),
        1,
      );
    });
    expect(quasi).toBeGreaterThanOrEqual(0.92);
    expect(quasi).toBeLessThanOrEqual(0.97);
    expect(poisson).toBeLessThan(0.8);
  },
);

it('covers the ratio of plain Poisson months too', () => {
  const run = (n1: number, n0: number) => (source: Random) =>
    covers(
      quasiPoissonRatio(
        { values: times(n1, () => source.poisson(24)) },
        { values: times(n0, () => source.poisson(16)) },
      ),
      1.5,
    );
  expectBetween(share(4, run(6, 12)), 0.93, 0.98);
  expectBetween(share(5, run(12, 36)), 0.93, 0.97);
});

it('covers the ratio of negative binomial months when there are many', () => {
  const run = (source: Random) =>
    covers(
      negativeBinomialRatio(
        { values: times(12, () => source.negativeBinomial(90, 8)) },
        { values: times(36, () => source.negativeBinomial(90, 8)) },
      ),
      1,
    );
  expectBetween(share(6, run), 0.92, 0.97);
});

it('finds a trend in 5 of 100 series without one', () => {
  // exact p-values of nine values come in steps, so the level is kept but not reached
  expectBetween(
    share(7, (source) => rejects(mannKendall(times(9, source.normal)))),
    0.02,
    0.0695,
  );
  expectFivePercent(share(8, (source) => rejects(mannKendall(times(30, source.normal)))));
  expectFivePercent(share(9, (source) => rejects(mannKendall(times(40, () => source.poisson(2))))));
  expectFivePercent(share(10, (source) => rejects(seasonalMannKendall(seasons(times(60, source.normal), 12)))));
});

it('covers a slope in 95 of 100 runs', () => {
  const line = (n: number, source: Random) => Array.from({ length: n }, (_, i) => 0.3 * i + source.normal());
  expectBetween(
    share(11, (source) => covers(theilSen(line(17, source)), 0.3)),
    0.93,
    0.97,
  );
  expectBetween(
    share(12, (source) => covers(theilSen(line(40, source)), 0.3)),
    0.93,
    0.97,
  );
  expectBetween(
    share(13, (source) => covers(seasonalSen(seasons(line(60, source), 12)), 3.6)),
    0.93,
    0.97,
  );
});

it('calls a trend less often with the correction where values resemble their neighbours, though still too often', () => {
  const resembling = (source: Random) => {
    let last = source.normal();
    return times(60, () => (last = 0.5 * last + Math.sqrt(0.75) * source.normal()));
  };
  const plain = share(14, (source) => rejects(mannKendall(resembling(source))));
  const corrected = share(14, (source) => rejects(hamedRao(resembling(source))));
  expectBetween(plain, 0.2, 0.32);
  expectBetween(corrected, 0.08, 0.15);
});

it('calls a trend less often with the covariances where months of a year resemble each other', () => {
  const resembling = (source: Random) => {
    const years = times(12, source.normal);
    return Array.from({ length: 144 }, (_, i) => (years[Math.floor(i / 12)] ?? 0) + source.normal());
  };
  const plain = share(15, (source) => rejects(seasonalMannKendall(seasons(resembling(source), 12))));
  const corrected = share(15, (source) =>
    rejects(seasonalMannKendall(seasons(resembling(source), 12), { correlatedSeasons: true })),
  );
  expect(plain).toBeGreaterThan(0.3);
  expectBetween(corrected, 0.02, 0.08);
});
