import { describe, expect, it } from 'vitest';
import { holds } from '../../src/geo/holds.ts';
import {
  areasOf,
  type Country,
  countryNamed,
  MAP_NAMES,
  neighboursOf,
  sharedLine,
} from '../../src/source/country-borders.ts';
import { countryPair } from '../../src/source/country-pair.ts';

const codes = (text: string) => countryPair(text).map(({ code }) => code);
const country = (text: string) => countryNamed(text) as Country;

describe('a pair of countries', () => {
  it.each([
    ['THA-MMR', ['THA', 'MMR']],
    ['th/mm', ['THA', 'MMR']],
    ['764-104', ['THA', 'MMR']],
    ['Thailand–Burma', ['THA', 'MMR']],
    ['ไทย-พม่า', ['THA', 'MMR']],
    ['Laos, Cambodia', ['LAO', 'KHM']],
    ['Guinea-Bissau-Senegal', ['GNB', 'SEN']],
    ['Senegal-Guinea-Bissau', ['SEN', 'GNB']],
    ["Cote d'Ivoire - Mali", ['CIV', 'MLI']],
    ['Kosovo:Serbia', ['XKK', 'SRB']],
    ['Somalia-Somaliland', ['SOM', 'Somaliland']],
  ])('is found in %s', (text, expected) => {
    expect(codes(text)).toEqual(expected);
  });

  it.each([
    ['THA', /is neither two countries nor a GeoJSON file$/],
    ['THA-THA', /names one country twice$/],
    ['THA-MMRR', /there is no country "MMRR"; did you mean "MMR"\?$/],
    ['Tailand-Myanmar', /there is no country "Tailand"; did you mean "Thailand"\?$/],
    ['Thailand-Bouvet Island', /"Bouvet Island" has no land on the map$/],
    ['here-there', /there is no country "here"/],
  ])('is refused: %s', (text, message) => {
    expect(() => countryPair(text)).toThrow(message);
  });
});

describe('the map', () => {
  it('knows each of its own names', () => {
    expect(MAP_NAMES.filter((name) => countryNamed(name) === undefined)).toEqual([]);
  });

  it('gives the line that two countries share, whichever is named first', () => {
    const one = sharedLine(country('THA'), country('MMR'));
    const other = sharedLine(country('MMR'), country('THA'));
    const vertices = (line: typeof one) =>
      line?.parts
        .flat()
        .map(({ latitude, longitude }) => `${latitude} ${longitude}`)
        .sort();
    expect(one?.parts).toHaveLength(1);
    expect(one?.parts[0]?.length).toBeGreaterThan(500);
    expect(vertices(other)).toEqual(vertices(one));
    expect(sharedLine(country('THA'), country('VNM'))).toBeNull();
  });

  it('gives all parts of a line that is in several', () => {
    expect(sharedLine(country('USA'), country('CAN'))?.parts.length).toBeGreaterThan(1);
  });

  it('names the neighbours', () => {
    expect(neighboursOf(country('THA'))).toEqual(['Cambodia', 'Laos', 'Malaysia', 'Myanmar']);
    expect(neighboursOf(country('JPN'))).toEqual([]);
  });

  it('holds Bangkok in Thailand and Yangon in Myanmar, and neither in the other', () => {
    const [thailand, myanmar] = [areasOf(country('THA')), areasOf(country('MMR'))];
    const [bangkok, yangon] = [
      { latitude: 13.75, longitude: 100.5 },
      { latitude: 16.85, longitude: 96.2 },
    ];
    expect([holds(thailand, bangkok), holds(myanmar, bangkok)]).toEqual([true, false]);
    expect([holds(thailand, yangon), holds(myanmar, yangon)]).toEqual([false, true]);
  });
});
