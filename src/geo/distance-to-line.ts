import { distanceToSegment } from './distance-to-segment.ts';
import { longestChord, type Point, pointOf } from './ellipsoid.ts';
import type { GeoLine, Position } from './position.ts';
import { type Segment, segmentsOf } from './segments.ts';

/**
 * The distance on WGS 84 from any position to the nearest point of a line, in metres.
 *
 * Straight ways through the earth tell which segments can hold the nearest point: none whose chord is too far away, even
 * with what it strays. The nearest is measured first, and all that are not ruled out by it after.
 */
export function distanceToLine(line: GeoLine): (position: Position) => number {
  const segments = segmentsOf(line);
  const [chords, shares] = [new Float64Array(segments.length), new Float64Array(segments.length)];
  return (position) => {
    const nearest = chordsTo(pointOf(position), segments, chords, shares);
    const measured = (i: number) => distanceToSegment(position, segments[i] as Segment, shares[i] ?? 0);
    let best = measured(nearest);
    let reach = longestChord(best);
    for (const [i, chord] of chords.entries()) {
      if (i === nearest || chord >= reach) continue;
      best = Math.min(best, measured(i));
      reach = longestChord(best);
    }
    return best;
  };
}

/** For each segment the least straight way to it, and where on it that ends, from 0 to 1; gives the nearest segment. */
function chordsTo([x, y, z]: Point, segments: readonly Segment[], chords: Float64Array, shares: Float64Array): number {
  let nearest = 0;
  for (let i = 0; i < segments.length; i++) {
    const { from, along, square, sag } = segments[i] as Segment;
    const [u, v, w] = [x - from[0], y - from[1], z - from[2]];
    const foot = square === 0 ? 0 : (u * along[0] + v * along[1] + w * along[2]) / square;
    const share = Math.min(1, Math.max(0, foot));
    const [p, q, r] = [u - share * along[0], v - share * along[1], w - share * along[2]];
    shares[i] = share;
    chords[i] = Math.max(0, Math.sqrt(p * p + q * q + r * r) - sag);
    if ((chords[i] ?? 0) < (chords[nearest] ?? 0)) nearest = i;
  }
  return nearest;
}
