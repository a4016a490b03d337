import { westernDigits } from './digits.ts';
import type { Era } from './era.ts';

/** A written period without the words that say nothing, and the era that it names. */
export interface CleanText {
  readonly text: string;
  readonly era: Era | null;
}

const BUDDHIST = /(?:พ\.? ?ศ\.?|\bB\.? ?E\.?(?![a-z])) ?/iu;
const COMMON = /(?:ค\.? ?ศ\.?|\b(?:C\.? ?E|A\.? ?D)\.?(?![a-z])) ?/iu;
const WEEKDAY = /^(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? |วัน[\u0E00-\u0E7F]*ที่ ?)/iu;

export function cleanText(raw: string): CleanText {
  const text = westernDigits(raw)
    .replace(/[\s\u00A0\u2007\u202F\u200B]+/g, ' ')
    .replace(/[‐‑‒–—]/g, '-')
    .trim()
    .replace(WEEKDAY, '')
    .replace(/(\d)(?:st|nd|rd|th)\b/gi, '$1')
    .replace(/(?:เดือน|ประจำปี|ปี(?! ?งบ)) ?/g, '');
  const era = BUDDHIST.test(text) ? 'be' : COMMON.test(text) ? 'ce' : null;
  return { text: era === null ? text : text.replace(era === 'be' ? BUDDHIST : COMMON, '').trim(), era };
}
