/** The era of written years: Buddhist ones lie between 2400 and 2700; `auto` takes all others as common. */
export type Era = 'auto' | 'ce' | 'be';

const BUDDHIST_OFFSET = 543;

/** The common-era year that a written one means, or null when the era makes it impossible. */
export function commonYear(written: number, era: Era): { year: number; buddhist: boolean } | null {
  const buddhist = era !== 'ce' && written >= 2400 && written <= 2700;
  if (era === 'be' && !buddhist) return null;
  const year = buddhist ? written - BUDDHIST_OFFSET : written;
  return year >= 1000 && year < 2400 ? { year, buddhist } : null;
}

/** The same for a year as it is written: two digits mean one only in a named era, from 1969 to 2068 in the common one. */
export function writtenYear(text: string | undefined, era: Era): { year: number; buddhist: boolean } | null {
  const year = Number(text);
  if (text?.length !== 2) return commonYear(year, era);
  return era === 'auto' ? null : commonYear(year + (era === 'be' ? 2500 : year < 69 ? 2000 : 1900), era);
}
