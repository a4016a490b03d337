import codes from 'i18n-iso-countries/codes.json' with { type: 'json' };
import english from 'i18n-iso-countries/langs/en.json' with { type: 'json' };
import thai from 'i18n-iso-countries/langs/th.json' with { type: 'json' };

/** A country of ISO 3166-1. */
export interface CountryCode {
  readonly alpha3: string;
  readonly numeric: string;
}

/** Names in use beside those of the lists. */
const ALSO: Readonly<Record<string, string[]>> = {
  MM: ['Burma', 'เมียนมา', 'เมียนมาร์'],
  LA: ['Laos'],
  GB: ['UK', 'Britain'],
  CD: ['DRC'],
};

/** The country that a code of two, three or digits, or an English or Thai name, stands for. */
export const countryCode = (text: string): CountryCode | undefined => known().get(folded(text));

/** The codes that one may have meant. */
export const COUNTRY_CODES: readonly string[] = codes.map(([, alpha3 = '']) => alpha3);

/** Text without accents, case and surplus blanks, by which names are compared. */
export const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[’`]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();

let table: ReadonlyMap<string, CountryCode> | undefined;

function known(): ReadonlyMap<string, CountryCode> {
  table ??= new Map(entries());
  return table;
}

function* entries(): Generator<[string, CountryCode]> {
  const byTwo = new Map<string, CountryCode>();
  for (const [alpha2 = '', alpha3 = '', numeric = ''] of codes) byTwo.set(alpha2, { alpha3, numeric });
  for (const [alpha2, code] of byTwo) {
    for (const text of [alpha2, code.alpha3, code.numeric]) yield [folded(text), code];
  }
  for (const names of [english.countries, thai.countries, ALSO]) {
    for (const [alpha2, name] of Object.entries(names)) {
      const code = byTwo.get(alpha2);
      if (code) for (const one of [name].flat().flatMap(spellings)) yield [folded(one), code];
    }
  }
}

/** `เมียนม่าร์ [พม่า]` is two names. */
const spellings = (name: string): string[] => [name, ...name.split(/[[\]]/).filter((part) => part.trim() !== '')];
