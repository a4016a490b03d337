import { didYouMean } from '../config/nearest.ts';
import { UserError } from '../errors.ts';
import { type Country, countryNamed, MAP_NAMES } from './country-borders.ts';
import { COUNTRY_CODES, countryCode } from './country-code.ts';

const HINT = 'write two countries, such as THA-MMR, or name a GeoJSON file with the line';

/** Two countries in codes or names, between which stands a hyphen, a slash or the like: `Guinea-Bissau–Senegal` too. */
export function countryPair(text: string): readonly [Country, Country] {
  const cuts = [...text.matchAll(/\s*(?:[-–—/:,]|\s(?:and|v|to)\s)\s*/g)].map(({ index, 0: cut }) => [
    text.slice(0, index),
    text.slice(index + cut.length),
  ]) as [string, string][];
  if (cuts.length === 0)
    throw new UserError(`--border ${text} is neither two countries nor a GeoJSON file`, { hint: HINT });
  const pairs = cuts.map(([left, right]) => [countryNamed(left), countryNamed(right)] as const);
  const pair = pairs.find(([left, right]) => left && right);
  if (pair?.[0] && pair[1]) return distinct(text, [pair[0], pair[1]]);
  const half = pairs.findIndex(([left, right]) => left ?? right);
  const unknown = cuts[Math.max(0, half)]?.[pairs[half]?.[0] ? 1 : 0] ?? '';
  throw unknownCountry(text, unknown);
}

function unknownCountry(text: string, name: string): UserError {
  if (countryCode(name)) return new UserError(`--border ${text}: "${name}" has no land on the map`, { hint: HINT });
  const near = didYouMean(name, [...MAP_NAMES, ...COUNTRY_CODES]);
  return new UserError(`--border ${text}: there is no country "${name}"${near}`, { hint: HINT });
}

function distinct(text: string, pair: readonly [Country, Country]): readonly [Country, Country] {
  if (pair[0].code !== pair[1].code) return pair;
  throw new UserError(`--border ${text} names one country twice`, { hint: HINT });
}
