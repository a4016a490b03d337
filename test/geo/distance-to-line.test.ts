import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import geodesic from 'geographiclib-geodesic';
import { describe, expect, it } from 'vitest';
import { distanceToLine } from '../../src/geo/distance-to-line.ts';
import { distanceToSegment } from '../../src/geo/distance-to-segment.ts';
import { longestChord, type Point, pointOf } from '../../src/geo/ellipsoid.ts';
import type { GeoLine, Position } from '../../src/geo/position.ts';
import { segmentsOf } from '../../src/geo/segments.ts';

type Pair = readonly [longitude: number, latitude: number];

interface Oracle {
  readonly lines: Readonly<Record<string, readonly Pair[]>>;
  readonly cases: readonly { readonly line: string; readonly position: Pair; readonly metres: number }[];
}

const oracle: Oracle = JSON.parse(readFileSync(new URL('../oracle/near.json', import.meta.url), 'utf8'));

const position = ([longitude, latitude]: Pair): Position => ({ latitude, longitude });
const line = (pairs: readonly Pair[]): GeoLine => ({ parts: [pairs.map(position)] });
const { WGS84 } = geodesic.Geodesic;
const between = (a: Position, b: Position): number =>
  WGS84.Inverse(a.latitude, a.longitude, b.latitude, b.longitude).s12 ?? Number.NaN;

/** The place so many metres away in a direction. */
function moved({ latitude, longitude }: Position, azimuth: number, metres: number): Position {
  const { lat2 = 0, lon2 = 0 } = WGS84.Direct(latitude, longitude, azimuth, metres);
  return { latitude: lat2, longitude: lon2 };
}

const anywhere = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});
/** Vertices some degrees apart, around any place, across the antimeridian and over the poles too. */
const anyLine = fc
  .tuple(
    anywhere,
    fc.array(fc.tuple(fc.double({ min: 0, max: 360, noNaN: true }), fc.integer({ min: 1, max: 900_000 }))),
  )
  .map(([start, legs]) => {
    const part = [start];
    for (const [azimuth, length] of [[40, 1000] as const, ...legs.slice(0, 4)]) {
      part.push(moved(part[part.length - 1] as Position, azimuth, length));
    }
    return { parts: [part] };
  });

describe('the distance to a line', () => {
  it.each(oracle.cases)(
    'is that of an integrated geodesic: $line from $position',
    ({ line: name, position: at, metres }) => {
      const distance = distanceToLine(line(oracle.lines[name] ?? []))(position(at));
      expect(Math.abs(distance - metres)).toBeLessThan(1e-4);
    },
  );

  it('is never more than to any place of the line, and as much as to one of them', () => {
    fc.assert(
      fc.property(anyLine, anywhere, (any, at) => {
        const sampled = segmentsOf(any).flatMap(({ line: segment, length }) =>
          Array.from({ length: 65 }, (_, i) => {
            const { lat2 = 0, lon2 = 0 } = segment.Position((length * i) / 64);
            return between(at, { latitude: lat2, longitude: lon2 });
          }),
        );
        const least = Math.min(...sampled);
        const step = Math.max(...segmentsOf(any).map(({ length }) => length)) / 64;
        const distance = distanceToLine(any)(at);
        expect(distance).toBeLessThanOrEqual(least + 1e-6);
        expect(distance).toBeGreaterThan(least - step / 2 - 1e-6);
      }),
      { numRuns: 60, seed: 1 },
    );
  });

  it('is zero on the line, at its vertices and between them', () => {
    fc.assert(
      fc.property(anyLine, fc.double({ min: 0, max: 1, noNaN: true }), (any, share) => {
        const distance = distanceToLine(any);
        for (const vertex of any.parts[0] ?? []) expect(distance(vertex)).toBeLessThan(1e-6);
        for (const { line: segment, length } of segmentsOf(any)) {
          const { lat2 = 0, lon2 = 0 } = segment.Position(share * length);
          expect(distance({ latitude: lat2, longitude: lon2 })).toBeLessThan(1e-6);
        }
      }),
      { numRuns: 60, seed: 1 },
    );
  });

  it('is the same for a line drawn the other way, and with a part more never larger', () => {
    fc.assert(
      fc.property(anyLine, anyLine, anywhere, (one, other, at) => {
        const distance = distanceToLine(one)(at);
        const back = { parts: one.parts.map((part) => part.toReversed()) };
        expect(Math.abs(distanceToLine(back)(at) - distance)).toBeLessThan(1e-4);
        const both = distanceToLine({ parts: [...one.parts, ...other.parts] })(at);
        expect(both).toBeCloseTo(Math.min(distance, distanceToLine(other)(at)), 6);
      }),
      { numRuns: 60, seed: 1 },
    );
  });

  it('rules out no segment that holds the nearest point, however far it strays from its chord', () => {
    const bearing = fc.double({ min: 0, max: 360, noNaN: true });
    const leg = fc.tuple(bearing, fc.integer({ min: 1000, max: 490_000 }));
    const away = fc.tuple(bearing, fc.integer({ min: 0, max: 300_000 }));
    fc.assert(
      fc.property(anywhere, fc.array(leg, { minLength: 6, maxLength: 12 }), away, (start, legs, [azimuth, metres]) => {
        const part = [start];
        for (const [course, length] of legs) part.push(moved(start, course, length), moved(start, course + 7, length));
        const at = moved(start, azimuth, metres);
        const each = segmentsOf({ parts: [part] }).map((segment) => distanceToSegment(at, segment, 0.5));
        expect(Math.abs(distanceToLine({ parts: [part] })(at) - Math.min(...each))).toBeLessThan(1e-3);
      }),
      { numRuns: 300, seed: 1 },
    );
  });

  it('rules out only segments that are farther: no chord is longer than the arc of the flattest circle', () => {
    const straight = (a: Point, b: Point) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
    fc.assert(
      fc.property(anywhere, anywhere, (a, b) => {
        expect(straight(pointOf(a), pointOf(b))).toBeLessThanOrEqual(longestChord(between(a, b)) + 1e-6);
      }),
      { numRuns: 2000, seed: 1 },
    );
  });

  it('takes a line that is one place twice for that place', () => {
    const distance = distanceToLine(
      line([
        [98, 19],
        [98, 19],
      ]),
    );
    expect(distance(position([98, 19]))).toBe(0);
    expect(distance(position([98, 20]))).toBeCloseTo(between(position([98, 19]), position([98, 20])), 6);
  });
});
