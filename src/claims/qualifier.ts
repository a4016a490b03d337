import type { Measure } from '../series/series.ts';

/** Words by which a sentence speaks of other values than a source has as it stands. */
const QUALIFIERS =
  /(?<!\p{L})(?:in real terms|(?:inflation|seasonally|seasonal(?:ly)?)[- ]adjusted|adjusted for (?:inflation|the seasons?|working days|population)|at constant prices|per capita|per head|annuali[sz]ed|on a (?:per-day|like-for-like|comparable) basis|excluding|not counting|disregarding|apart from|in (?:baht|dollar|euro|sterling|yuan|yen|local-currency|U\.?S\.? dollar) terms)(?!\p{L})|ที่แท้จริง|ปรับฤดูกาล|ขจัดผลของฤดูกาล|ต่อหัวประชากร|ไม่รวม/iu;

/** The words of a sentence that qualify its figure; null where there are none, or the measure or a condition of the claim says them. */
export function qualifier(sentence: string, { name, unit }: Measure, where: readonly string[]): string | null {
  const [found] = QUALIFIERS.exec(sentence) ?? [];
  if (found === undefined) return null;
  const isLeftOut = /exclud|not counting|disregard|apart from|ไม่รวม/i.test(found);
  if (isLeftOut) return where.length > 0 ? null : found;
  return /real|adjust|constant|capita|head|annual/i.test(`${name} ${unit}`) ? null : found;
}
