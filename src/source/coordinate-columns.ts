import { UserError } from '../errors.ts';
import { columnNamed } from './columns.ts';
import type { Source } from './source.ts';

/** The columns that say where a record happened: latitude and longitude, or one of points; and how exactly that is known. */
export interface CoordinateColumns {
  readonly place: readonly [latitude: string, longitude: string] | readonly [point: string];
  readonly precision: string | null;
}

/** What the user says about them. */
export interface CoordinateHints {
  readonly lat?: string;
  readonly lon?: string;
  readonly point?: string;
  readonly precision?: string;
}

const LATITUDE = /^(lat|latitude|lat_?dd|y|ละติจูด)$/i;
const LONGITUDE = /^(lon|lng|long|longitude|lon_?dd|long_?dd|x|ลองจิจูด|ลองติจูด)$/i;
const POINT = /^(point|wkt|geom|geometry|geom_?wkt|the_geom)$/i;
const PRECISION = /^(geo_?precision|where_?prec(ision)?|location_?precision|geo_?prec)$/i;

/** Finds them by what the user says, by the profile, or by their names. */
export function coordinateColumns(source: Source, hints: CoordinateHints): CoordinateColumns {
  const { header, profile } = source;
  const there = (name: string | undefined) => (name !== undefined && header.includes(name) ? name : undefined);
  const known = profile.coordinates ?? {};
  const precision = hints.precision
    ? named(source, hints.precision)
    : (there(known.precision) ?? only(header, PRECISION) ?? null);
  return {
    place: asked(source, hints) ?? pair(there(known.latitude), there(known.longitude)) ?? found(source),
    precision,
  };
}

/** The columns that options name. */
function asked(source: Source, { lat, lon, point }: CoordinateHints): CoordinateColumns['place'] | undefined {
  if (point !== undefined && (lat !== undefined || lon !== undefined)) {
    throw new UserError('--point and --lat or --lon exclude each other');
  }
  if (point !== undefined) return [named(source, point)];
  if (lat === undefined && lon === undefined) return undefined;
  if (lat === undefined || lon === undefined) throw new UserError('--lat and --lon are needed both');
  return [named(source, lat), named(source, lon)];
}

function named({ header, files }: Source, name: string): string {
  return header[columnNamed(name, header, files[0]?.name ?? '')] ?? name;
}

const pair = (latitude: string | undefined, longitude: string | undefined) =>
  latitude !== undefined && longitude !== undefined ? ([latitude, longitude] as const) : undefined;

/** The columns whose names say it. */
function found({ header, profile, files }: Source): CoordinateColumns['place'] {
  const known = profile.coordinates?.point;
  const point = known !== undefined && header.includes(known) ? known : only(header, POINT);
  const columns = pair(only(header, LATITUDE), only(header, LONGITUDE));
  if (columns) return columns;
  if (point !== undefined) return [point];
  throw new UserError(`${files[0]?.name}: no columns seem to tell latitude and longitude`, {
    hint: `name them with --lat and --lon, or one of WKT points with --point; the columns are: ${header.join(', ')}`,
  });
}

function only(header: readonly string[], pattern: RegExp): string | undefined {
  const fitting = header.filter((name) => pattern.test(name.trim()));
  return fitting.length === 1 ? fitting[0] : undefined;
}
