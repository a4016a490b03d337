import { describe, expect, it } from 'vitest';
import { geoJsonLine } from '../../src/geo/geojson-line.ts';

const LINE = {
  type: 'LineString',
  coordinates: [
    [98, 19],
    [99, 20, 350],
  ],
};
const read = (value: unknown) => geoJsonLine(value, 'line.geojson');
const parts = (value: unknown) =>
  read(value).line.parts.map((part) => part.map(({ longitude, latitude }) => [longitude, latitude]));

describe('a line of GeoJSON', () => {
  it.each([
    ['a line', LINE],
    ['several', { type: 'MultiLineString', coordinates: [LINE.coordinates] }],
    ['a feature', { type: 'Feature', properties: null, geometry: LINE }],
    [
      'features, one of them without a place',
      {
        type: 'FeatureCollection',
        features: [
          { type: 'Feature', geometry: null },
          { type: 'Feature', geometry: LINE },
        ],
      },
    ],
    ['a collection', { type: 'GeometryCollection', geometries: [LINE, { type: 'LineString', coordinates: [] }] }],
  ])('is read from %s, heights left aside', (_, value) => {
    expect(parts(value)).toEqual([
      [
        [98, 19],
        [99, 20],
      ],
    ]);
  });

  it('takes the rings of polygons as lines, and counts them and the points beside', () => {
    const ring = [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 0],
    ];
    const geometries = [
      { type: 'Polygon', coordinates: [ring, ring] },
      { type: 'MultiPolygon', coordinates: [[ring]] },
      { type: 'Point', coordinates: [1, 2] },
    ];
    expect(read({ type: 'GeometryCollection', geometries })).toMatchObject({ rings: 3, points: 1 });
  });

  it.each([
    [{ type: 'Point', coordinates: [1, 2] }, 'line.geojson: there is no line in it', /^a border is/],
    [{ type: 'Topology' }, 'line.geojson: is a TopoJSON, which is no GeoJSON', /^a border is/],
    [
      { type: 'Feature', geometry: { type: 'Curve' } },
      'line.geojson: geometry: is of type "Curve", which GeoJSON has not',
      /^a border is/,
    ],
    [[LINE], 'line.geojson: is no GeoJSON object', /^a border is/],
    [{ type: 'FeatureCollection' }, 'line.geojson: features: is not a list', /^a border is/],
    [
      { type: 'LineString', coordinates: [[98, 19]] },
      'line.geojson: coordinates: a line has at least two positions, not one',
      /^a border is/,
    ],
    [
      {
        type: 'LineString',
        coordinates: [
          [98, 19],
          [98, 'x'],
        ],
      },
      'line.geojson: coordinates[1]: [98,"x"] is not a longitude and a latitude',
      /^a position is/,
    ],
    [
      { type: 'LineString', coordinates: [[98, 19], null] },
      'line.geojson: coordinates[1]: null is not a longitude and a latitude',
      /^a position is/,
    ],
    [
      {
        type: 'LineString',
        coordinates: [
          [19, 98],
          [20, 99],
        ],
      },
      'line.geojson: coordinates[0]: [19,98] lies outside the earth',
      /latitude first/,
    ],
    [
      {
        type: 'LineString',
        coordinates: [
          [500000, 1900000],
          [1, 1],
        ],
      },
      'line.geojson: coordinates[0]: [500000,1900000] lies outside the earth',
      /projected/,
    ],
    [
      {
        type: 'LineString',
        coordinates: [
          [190, 5],
          [185, 5],
        ],
      },
      'line.geojson: coordinates[0]: [190,5] lies outside the earth',
      /from -180 to 180/,
    ],
    [
      { ...LINE, crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::32647' } } },
      'line.geojson: its coordinates are of urn:ogc:def:crs:EPSG::32647',
      /4326/,
    ],
  ])('is refused with its place: %j', (value, message, hint) => {
    expect(() => read(value)).toThrow(
      expect.objectContaining({ message, hint: expect.stringMatching(hint), exitCode: 3 }),
    );
  });

  it('may say that it is of WGS 84', () => {
    for (const name of ['urn:ogc:def:crs:OGC:1.3:CRS84', 'urn:ogc:def:crs:EPSG::4326', 'EPSG:4326']) {
      expect(parts({ ...LINE, crs: { type: 'name', properties: { name } } })).toHaveLength(1);
    }
  });
});
