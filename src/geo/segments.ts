import geodesic, { type GeodesicLineClass } from 'geographiclib-geodesic';
import { type Point, pointOf, STEEPEST } from './ellipsoid.ts';
import type { GeoLine, Position } from './position.ts';

const { Geodesic } = geodesic;

/** A geodesic between two positions, with what is needed to see at once which points are far from it. */
export interface Segment {
  readonly line: GeodesicLineClass;
  /** In metres. */
  readonly length: number;
  /** The straight way from its start to its end through the earth, the square of that, and how far the geodesic strays from it. */
  readonly from: Point;
  readonly along: Point;
  readonly square: number;
  readonly sag: number;
}

/** Longer geodesics are cut: the nearest of several places could be on them, and they stray far from their chord. */
const LONGEST = 500_000;

/** The geodesics of a line, none longer than 500 km. */
export function segmentsOf({ parts }: GeoLine): Segment[] {
  return parts.flatMap((part) => part.slice(1).flatMap((to, i) => cut(part[i] as Position, to)));
}

/** The geodesics of a line as their lengths, uncut: how finely the line is drawn. */
export function segmentLengths({ parts }: GeoLine): number[] {
  return parts.flatMap((part) => part.slice(1).map((to, i) => geodesicLine(part[i] as Position, to).s13));
}

const geodesicLine = (from: Position, to: Position): GeodesicLineClass =>
  Geodesic.WGS84.InverseLine(
    from.latitude,
    from.longitude,
    to.latitude,
    to.longitude,
    Geodesic.STANDARD | Geodesic.DISTANCE_IN,
  );

function cut(from: Position, to: Position): Segment[] {
  const whole = geodesicLine(from, to);
  const pieces = Math.max(1, Math.ceil(whole.s13 / LONGEST));
  if (pieces === 1) return [segment(from, to)];
  const at = (i: number): Position => {
    if (i === 0) return from;
    if (i === pieces) return to;
    const { lat2 = 0, lon2 = 0 } = whole.Position((whole.s13 * i) / pieces, Geodesic.LATITUDE | Geodesic.LONGITUDE);
    return { latitude: lat2, longitude: lon2 };
  };
  return Array.from({ length: pieces }, (_, i) => segment(at(i), at(i + 1)));
}

function segment(from: Position, to: Position): Segment {
  const line = geodesicLine(from, to);
  const length = line.s13;
  const [start, end] = [pointOf(from), pointOf(to)];
  const [x, y, z] = [end[0] - start[0], end[1] - start[1], end[2] - start[2]];
  const sag = STEEPEST * (1 - Math.cos(length / (2 * STEEPEST)));
  return { line, length, from: start, along: [x, y, z], square: x * x + y * y + z * z, sag };
}
