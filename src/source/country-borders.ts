import atlas from 'atlas:countries';
import { brotliDecompressSync } from 'node:zlib';
import type { Feature, MultiPolygon as GeoMultiPolygon, Polygon as GeoPolygon } from 'geojson';
import { feature, mesh, neighbors } from 'topojson-client';
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from 'topojson-specification';
import type { Area } from '../geo/holds.ts';
import type { GeoLine, Position } from '../geo/position.ts';
import { countryCode, folded } from './country-code.ts';

type Outline = (Polygon<{ name: string }> | MultiPolygon<{ name: string }>) & { readonly id?: string };

type World = Topology<{ countries: GeometryCollection<{ name: string }> }> & {
  readonly transform: { readonly scale: readonly [number, number] };
};

/** The countries of the world as Natural Earth draws them at 1:10 million; the arcs as the build packs them. */
const PACKED: Omit<World, 'arcs'> & { readonly arcs: readonly string[] } = JSON.parse(
  brotliDecompressSync(Buffer.from(atlas, 'base64')).toString(),
);
/** The same, with arcs that are unpacked when they are needed. */
const WORLD = { ...PACKED, arcs: [] } as World;
const OUTLINES = PACKED.objects.countries.geometries as readonly Outline[];

/** How far the coordinates are rounded, in degrees of latitude: half a step to either side. */
export const ROUNDED_TO = PACKED.transform.scale[0];

/** A country with land on the map: its code, or its name where it has none. */
export interface Country {
  readonly code: string;
  readonly name: string;
  readonly outlines: readonly Outline[];
}

/** The country that a code or a name stands for, if it is on the map. */
export function countryNamed(text: string): Country | undefined {
  const code = countryCode(text) ?? countryCode(OUTLINES.find(hasName(text))?.properties?.name ?? '');
  const outlines = OUTLINES.filter((one) => (code && one.id === code.numeric) || hasName(text)(one));
  const own = outlines.find((one) => one.id !== undefined) ?? outlines[0];
  const name = own?.properties?.name;
  return name === undefined ? undefined : { code: code?.alpha3 ?? name, name, outlines };
}

/** The map with the arcs of some outlines unpacked. */
function mapOf(outlines: readonly Outline[]): World {
  for (const at of outlines.flatMap(({ arcs }) => (arcs as number[][][]).flat(2))) {
    const index = at < 0 ? ~at : at;
    WORLD.arcs[index] ??= steps(PACKED.arcs[index] ?? '');
  }
  return WORLD;
}

function steps(text: string): number[][] {
  const numbers = text.split(',').map(Number);
  return Array.from({ length: numbers.length / 2 }, (_, i) => numbers.slice(2 * i, 2 * i + 2));
}

const hasName =
  (text: string) =>
  ({ properties }: Outline): boolean =>
    folded(properties?.name ?? '') === folded(text);

/** Every name on the map. */
export const MAP_NAMES: readonly string[] = OUTLINES.map(({ properties }) => properties?.name ?? '');

/** The line that two countries share, or null where they have none. */
export function sharedLine(one: Country, other: Country): GeoLine | null {
  const both: GeometryCollection = { type: 'GeometryCollection', geometries: [...one.outlines, ...other.outlines] };
  const isOf = (country: Country, outline: unknown) => country.outlines.includes(outline as Outline);
  const { coordinates } = mesh(
    mapOf([...one.outlines, ...other.outlines]),
    both,
    (a, b) => isOf(one, a) !== isOf(one, b),
  );
  return coordinates.length === 0 ? null : { parts: coordinates.map((part) => part.map(positionOf)) };
}

/** The countries that share a line with one. */
export function neighboursOf({ outlines }: Country): string[] {
  const all = neighbors([...OUTLINES]);
  const at = outlines.flatMap((outline) => all[OUTLINES.indexOf(outline)] ?? []);
  const names = at.map((i) => OUTLINES[i]).filter((outline) => outline && !outlines.includes(outline));
  return [...new Set(names.map((outline) => outline?.properties?.name ?? ''))].sort();
}

/** The land of a country. */
export function areasOf({ outlines }: Country): Area[] {
  return outlines.flatMap((outline) => {
    const { geometry } = feature(mapOf([outline]), outline as MultiPolygon | Polygon) as Feature<
      GeoPolygon | GeoMultiPolygon
    >;
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    return polygons.map((rings) => rings.map((ring) => ring.map(positionOf)));
  });
}

const positionOf = ([longitude = 0, latitude = 0]: readonly number[]): Position => ({ latitude, longitude });
