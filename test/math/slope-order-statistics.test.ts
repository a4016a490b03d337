import fc from 'fast-check';
import { expect, it } from 'vitest';
import { observations } from '../../src/math/observations.ts';
import { orderStatistics } from '../../src/math/order-statistics.ts';
import { slopeOrderStatistics } from '../../src/math/slope-order-statistics.ts';
import { random } from '../random.ts';

fc.configureGlobal({ seed: 1 });

const sorted = (y: Iterable<number>) => Float64Array.from(y).sort();

function sortedSlopes(y: number[], t: number[]): Float64Array {
  const slopes = y.flatMap((value, i) =>
    y.slice(i + 1).map((later, k) => (later - value) / ((t[i + 1 + k] ?? 0) - (t[i] ?? 0))),
  );
  return sorted(slopes.filter((slope) => slope !== 0));
}

function expectEveryRank(y: number[], t: number[]): void {
  const slopes = sortedSlopes(y, t);
  const series = observations('test', y, t);
  for (const share of [0, 0.02, 0.25, 0.5, 0.75, 1]) {
    const rank = Math.floor(share * (slopes.length - 1));
    const ranks = [...new Set([rank, Math.min(rank + 1, slopes.length - 1), slopes.length - 1])];
    if (slopes.length > 0)
      expect(slopeOrderStatistics(series, slopes.length, ranks)).toEqual(ranks.map((r) => slopes[r]));
  }
}

it('gives the slopes that sorting all of them gives', () => {
  const value = fc.oneof(
    fc.integer({ min: 0, max: 3 }),
    fc.integer({ min: -1e9, max: 1e9 }).map((x) => x / 997),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(value, fc.integer({ min: 1, max: 5 })), { minLength: 2, maxLength: 40 }), (rows) => {
      let time = 0;
      expectEveryRank(
        rows.map(([y]) => y),
        rows.map(([, step]) => (time += step)),
      );
    }),
  );
});

it('does so for long series, with many ties and with a lone giant', () => {
  const { normal, poisson } = random(3);
  const times = Array.from({ length: 250 }, (_, i) => i);
  for (const value of [normal, () => poisson(0.2), () => poisson(40), (i: number) => (i === 100 ? 1e12 : normal())]) {
    expectEveryRank(times.map(value), times);
  }
});

it('gives the order statistics that sorting gives', () => {
  const { normal, poisson } = random(4);
  for (const value of [normal, () => poisson(1), () => 7, () => 1 / normal()]) {
    for (const n of [1, 5, 201, 3000]) {
      const y = Float64Array.from({ length: n }, value);
      const ranks = [...new Set([0, Math.floor(n / 3), Math.floor(n / 2), n - 1])];
      expect(orderStatistics(y, ranks)).toEqual(ranks.map((rank) => sorted(y)[rank]));
    }
  }
});
