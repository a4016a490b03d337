import { inputError } from '../errors.ts';
import { positionAt } from './geojson-position.ts';
import type { GeoLine, Position } from './position.ts';

/** The lines of a GeoJSON text, and what else stood there. */
export interface GeoJsonLine {
  readonly line: GeoLine;
  /** How many rings of polygons are taken as lines. */
  readonly rings: number;
  /** How many points there are, which are no part of a line. */
  readonly points: number;
}

interface Piece {
  readonly kind: 'line' | 'ring' | 'point';
  readonly positions: readonly Position[];
}

/** Where in a file a value stands: `line.geojson: features[0].geometry`. */
interface Place {
  readonly file: string;
  readonly path: string;
}

const LINES =
  'a border is a LineString or MultiLineString, alone or in a Feature, FeatureCollection or GeometryCollection';

/** Reads the lines of a GeoJSON value, with an error that names the place of what is wrong. */
export function geoJsonLine(value: unknown, file: string): GeoJsonLine {
  checkSystem(value, file);
  const pieces = [...piecesOf(value, { file, path: '' })];
  const number = (kind: Piece['kind']) => pieces.filter((piece) => piece.kind === kind).length;
  const parts = pieces.flatMap(({ positions }) => (positions.length === 0 ? [] : [positions]));
  if (parts.length === 0) throw inputError(`${file}: there is no line in it`, LINES);
  return { line: { parts }, rings: number('ring'), points: number('point') };
}

function* piecesOf(value: unknown, place: Place): Generator<Piece> {
  const { type, features, geometry, geometries, coordinates } = objectAt(value, place);
  const at = (key: string): Place => ({ ...place, path: place.path === '' ? key : `${place.path}.${key}` });
  if (type === 'FeatureCollection') yield* each(features, at('features'), piecesOf);
  else if (type === 'GeometryCollection') yield* each(geometries, at('geometries'), piecesOf);
  else if (type === 'Feature') yield* geometry === null ? [] : piecesOf(geometry, at('geometry'));
  else if (type === 'LineString') yield* piece('line', coordinates, at('coordinates'));
  else if (type === 'MultiLineString') yield* pieces('line', coordinates, at('coordinates'));
  else if (type === 'Polygon') yield* pieces('ring', coordinates, at('coordinates'));
  else if (type === 'MultiPolygon') {
    yield* each(coordinates, at('coordinates'), (rings, where) => pieces('ring', rings, where));
  } else if (type === 'Point' || type === 'MultiPoint') yield { kind: 'point', positions: [] };
  else throw inputError(`${named(place)}: is ${typeInWords(type)}`, LINES);
}

const pieces = (kind: Piece['kind'], lists: unknown, place: Place): Generator<Piece> =>
  each(lists, place, (list, where) => piece(kind, list, where));

/** One part of a line; none where the list is empty. */
function* piece(kind: Piece['kind'], list: unknown, place: Place): Generator<Piece> {
  const positions = [...each(list, place, (one, where) => [positionAt(one, named(where))])];
  if (positions.length === 1) throw inputError(`${named(place)}: a line has at least two positions, not one`, LINES);
  if (positions.length > 0) yield { kind, positions };
}

function* each<T>(list: unknown, place: Place, of: (item: unknown, at: Place) => Iterable<T>): Generator<T> {
  if (!Array.isArray(list)) throw inputError(`${named(place)}: is not a list`, LINES);
  for (const [i, item] of list.entries()) yield* of(item, { ...place, path: `${place.path}[${i}]` });
}

function objectAt(value: unknown, place: Place): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw inputError(`${named(place)}: is no GeoJSON object`, LINES);
}

const typeInWords = (type: unknown): string =>
  type === 'Topology' ? 'a TopoJSON, which is no GeoJSON' : `of type ${JSON.stringify(type)}, which GeoJSON has not`;

const named = ({ file, path }: Place): string => (path === '' ? file : `${file}: ${path}`);

/** GeoJSON is in degrees on WGS 84; older files may name another system. */
function checkSystem(value: unknown, file: string): void {
  const { crs } = (value ?? {}) as { crs?: { properties?: { name?: unknown } } | null };
  const name = crs?.properties?.name;
  if (typeof name !== 'string' || /CRS84|(^|[^0-9])4326$/i.test(name)) return;
  throw inputError(
    `${file}: its coordinates are of ${name}`,
    'write it with longitude and latitude on WGS 84 (EPSG:4326)',
  );
}
