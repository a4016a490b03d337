import geodesic from 'geographiclib-geodesic';
import { radians } from './ellipsoid.ts';
import type { Position } from './position.ts';
import type { Segment } from './segments.ts';

const { Geodesic } = geodesic;

/** A mean radius: it steers the steps, and has no part in the result. */
const RADIUS = 6371009;
/** Steps end where they move by less than this many metres. */
const SETTLED = 1e-4;
const MOST_STEPS = 20;

/**
 * The distance from a position to the nearest point of a geodesic segment on WGS 84.
 *
 * Formula     at X on the segment, with the distance d from P and the angle A between the geodesic from P and the
 *             segment, the foot lies atan2(-sin(d/R) cos A, cos(d/R)) R further along, exactly so on a sphere;
 *             repeated from there, within the ends of the segment, until it stays
 * Input       share: where to begin, from 0 at the start of the segment to 1 at its end
 * Output      metres, 0 or more
 * Accuracy    0.1 mm up to 5,000 km; as little as rounding leaves, some nanometres, for a point on the segment
 * Cost        two to four geodesic problems
 * Reference   S. Baselga, J. C. Martinez-Llario (2018), Stud. Geophys. Geod. 62, 353-363, https://doi.org/10.1007/s11200-017-1020-z
 *             C. F. F. Karney (2013), J. Geod. 87, 43-55, https://doi.org/10.1007/s00190-012-0578-z
 * Checked by  test/oracle/near.json (geodesics integrated numerically with scipy)
 */
export function distanceToSegment({ latitude, longitude }: Position, { line, length }: Segment, share: number): number {
  let along = share * length;
  for (let step = 0; ; step++) {
    const at = line.Position(along, Geodesic.STANDARD);
    const way = Geodesic.WGS84.Inverse(latitude, longitude, at.lat2 ?? 0, at.lon2 ?? 0, Geodesic.STANDARD);
    const distance = way.s12 ?? 0;
    const angle = radians((way.azi2 ?? 0) - (at.azi2 ?? 0));
    const arc = distance / RADIUS;
    const foot = along + RADIUS * Math.atan2(-Math.sin(arc) * Math.cos(angle), Math.cos(arc));
    const next = Math.min(length, Math.max(0, foot));
    if (Math.abs(next - along) < SETTLED || step === MOST_STEPS) return distance;
    along = next;
  }
}
