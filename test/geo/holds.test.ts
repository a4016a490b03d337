import { describe, expect, it } from 'vitest';
import { holds } from '../../src/geo/holds.ts';

const ring = (pairs: readonly (readonly [number, number])[]) =>
  pairs.map(([longitude, latitude]) => ({ longitude, latitude }));
const square = (from: number, to: number) =>
  ring([
    [from, from],
    [to, from],
    [to, to],
    [from, to],
    [from, from],
  ]);
const at = (longitude: number, latitude: number) => ({ longitude, latitude });

describe('areas', () => {
  it('hold what lies inside one of them, outside its holes', () => {
    const areas = [[square(0, 10), square(4, 6)], [square(20, 30)]];
    expect(holds(areas, at(2, 5))).toBe(true);
    expect(holds(areas, at(8, 5))).toBe(true);
    expect(holds(areas, at(5, 5))).toBe(false);
    expect(holds(areas, at(25, 25))).toBe(true);
    expect(holds(areas, at(15, 5))).toBe(false);
    expect(holds(areas, at(-1, 5))).toBe(false);
  });

  it('do not count a corner at the height of the place twice', () => {
    const diamond = [
      [
        ring([
          [0, -5],
          [5, 0],
          [0, 5],
          [-5, 0],
          [0, -5],
        ]),
      ],
    ];
    expect(holds(diamond, at(-1, 0))).toBe(true);
    expect(holds(diamond, at(-6, 0))).toBe(false);
    expect(holds(diamond, at(6, 0))).toBe(false);
  });
});
