/** A place on the earth, in degrees on WGS 84: latitude from -90 to 90, longitude from -180 to 180. */
export interface Position {
  readonly latitude: number;
  readonly longitude: number;
}

/** A line of one or more parts, each of at least two positions, which geodesics join. */
export interface GeoLine {
  readonly parts: readonly (readonly Position[])[];
}
