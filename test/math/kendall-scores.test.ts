import fc from 'fast-check';
import { expect, it } from 'vitest';
import { averageRanks } from '../../src/math/average-ranks.ts';
import { kendallExactP } from '../../src/math/kendall-exact-p.ts';
import { kendallScores } from '../../src/math/kendall-scores.ts';
import { observations } from '../../src/math/observations.ts';
import { seasons } from '../../src/math/seasons.ts';

fc.configureGlobal({ seed: 1 });

it('counts what comparing all pairs counts', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 60 }), (y) => {
      const signs = y.flatMap((value, i) => y.slice(i + 1).map((later) => Math.sign(later - value)));
      const [score] = kendallScores(observations('test', y));
      expect(score).toMatchObject({
        s: signs.reduce((sum, sign) => sum + sign, 0),
        falling: signs.filter((sign) => sign < 0).length,
        tied: signs.filter((sign) => sign === 0).length,
      });
    }),
  );
});

it('has exact p-values that fall with the score and start at one', () => {
  expect([0, 2, 4, 6].map((s) => kendallExactP(s, 4))).toEqual([1, 18 / 24, 8 / 24, 2 / 24]);
});

it('shares the average rank among equal values', () => {
  expect([...averageRanks(Float64Array.of(3, 1, 3, 2, 3))]).toEqual([4, 1, 4, 2, 4]);
});

it('keeps the times of the values that are there', () => {
  const { times, values } = observations('test', [5, null, 7, 8], [0, 31, 59, 90]);
  expect([[...times], [...values]]).toEqual([
    [0, 59, 90],
    [5, 7, 8],
  ]);
});

it('cuts a series into seasons with times in years', () => {
  const { observations: cut, total } = seasons([1, 2, 3, null, 5, 6, 7], 3);
  expect([[...cut.values], [...cut.times], cut.starts]).toEqual([
    [1, 7, 2, 5, 3, 6],
    [0, 2, 0, 1, 0, 1],
    [0, 2, 4, 6],
  ]);
  expect(total).toMatchObject({ n: 6, pairs: 3, s: 3 });
});
