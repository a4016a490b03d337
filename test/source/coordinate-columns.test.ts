import { describe, expect, it } from 'vitest';
import { type CoordinateHints, coordinateColumns } from '../../src/source/coordinate-columns.ts';
import { inferProfile } from '../../src/source/infer.ts';
import type { CoordinateRoles } from '../../src/source/profile.ts';
import type { Source } from '../../src/source/source.ts';

/** A source with these columns behind a date. */
function source(names: string, coordinates?: CoordinateRoles): Source {
  const header = ['date', ...names.split(',')];
  const { profile } = inferProfile('posts.csv', header, [header.map(() => '2024-01-05')], { date: ['date'] });
  const file = { name: 'posts.csv', path: null, bytes: async function* () {} };
  return { files: [file], dialect: { delimiter: ',' }, header, profile: { ...profile, coordinates }, notes: [] };
}

const found = (names: string, hints: CoordinateHints = {}, roles?: CoordinateRoles) =>
  coordinateColumns(source(names, roles), hints);

describe('the columns of coordinates', () => {
  it.each([
    ['latitude,longitude', ['latitude', 'longitude']],
    ['LON,LAT', ['LAT', 'LON']],
    ['y,x', ['y', 'x']],
    ['ละติจูด,ลองจิจูด', ['ละติจูด', 'ลองจิจูด']],
    ['latitude,longitude,geom_wkt', ['latitude', 'longitude']],
    ['WKT,kind', ['WKT']],
  ])('are told by the names of %s', (names, place) => {
    expect(found(names).place).toEqual(place);
  });

  it('are those that the user names, in any case', () => {
    expect(found('a,b,c', { lat: 'B', lon: 'c' }).place).toEqual(['b', 'c']);
    expect(found('latitude,longitude,spot', { point: 'spot' }).place).toEqual(['spot']);
  });

  it('are those of the profile, as far as the file has them', () => {
    const roles = { latitude: 'a', longitude: 'b', point: 'c', precision: 'd' };
    expect(found('a,b,c,d', {}, roles)).toEqual({ place: ['a', 'b'], precision: 'd' });
    expect(found('b,c', {}, roles)).toEqual({ place: ['c'], precision: null });
  });

  it('come with the one that says how exactly the place is known', () => {
    expect(found('lat,lon,geo_precision').precision).toBe('geo_precision');
    expect(found('lat,lon,where_prec').precision).toBe('where_prec');
    expect(found('lat,lon,quality', { precision: 'quality' }).precision).toBe('quality');
    expect(found('lat,lon,time_precision').precision).toBeNull();
  });

  it.each(['here,there', 'lat,kind', 'lat,latitude,lon'])('are asked for where %s do not tell', (names) => {
    expect(() => found(names)).toThrow('posts.csv: no columns seem to tell latitude and longitude');
  });

  it('are refused where the file has none of that name', () => {
    expect(() => found('lat,lon', { lat: 'lta', lon: 'lon' })).toThrow('there is no column "lta"; did you mean "lat"?');
  });
});
