import type { Position } from './position.ts';

/** The areas of a country: each an outer ring and its holes, which straight lines of longitude and latitude join. */
export type Area = readonly (readonly Position[])[];

/** Whether areas hold a position: an odd number of their edges lies to the east of it. */
export function holds(areas: readonly Area[], position: Position): boolean {
  return areas.some((rings) => rings.reduce((inside, ring) => inside !== isInside(ring, position), false));
}

function isInside(ring: readonly Position[], { latitude, longitude }: Position): boolean {
  let inside = false;
  let last = ring[ring.length - 1];
  for (const here of ring) {
    if (last && here.latitude > latitude !== last.latitude > latitude) {
      const share = (latitude - here.latitude) / (last.latitude - here.latitude);
      if (longitude < here.longitude + share * (last.longitude - here.longitude)) inside = !inside;
    }
    last = here;
  }
  return inside;
}
