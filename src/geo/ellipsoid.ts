import type { Position } from './position.ts';

/** WGS 84 in metres: the radius of the equator, the square of the eccentricity. */
const EQUATOR = 6378137;
const FLATTENING = 1 / 298.257223563;
const ECCENTRICITY_2 = FLATTENING * (2 - FLATTENING);

/** The radii of curvature of the ellipsoid, in metres, lie between these: of the meridian at the equator, and at the poles. */
export const STEEPEST = EQUATOR * (1 - ECCENTRICITY_2);
const FLATTEST = EQUATOR / Math.sqrt(1 - ECCENTRICITY_2);

/** A point of space, in metres from the centre of the earth. */
export type Point = readonly [x: number, y: number, z: number];

/** Where a position lies in space. */
export function pointOf({ latitude, longitude }: Position): Point {
  const [phi, lambda] = [radians(latitude), radians(longitude)];
  const normal = EQUATOR / Math.sqrt(1 - ECCENTRICITY_2 * Math.sin(phi) ** 2);
  const around = normal * Math.cos(phi);
  return [around * Math.cos(lambda), around * Math.sin(lambda), normal * (1 - ECCENTRICITY_2) * Math.sin(phi)];
}

export const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** The longest straight way between two points whose distance on the ellipsoid is at most so many metres. */
export function longestChord(metres: number): number {
  const half = metres / (2 * FLATTEST);
  return half >= Math.PI / 2 ? Number.POSITIVE_INFINITY : 2 * FLATTEST * Math.sin(half);
}
