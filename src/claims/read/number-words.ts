import { decimal, divide, type Exact, fraction, multiply } from '../../math/exact.ts';

const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const THAI = 'ศูนย์ หนึ่ง สอง สาม สี่ ห้า หก เจ็ด แปด เก้า สิบ'.split(' ');

const SCALES: Readonly<Record<string, number>> = {
  hundred: 2,
  thousand: 3,
  k: 3,
  million: 6,
  mn: 6,
  m: 6,
  billion: 9,
  bn: 9,
  trillion: 12,
  tn: 12,
  พัน: 3,
  หมื่น: 4,
  แสน: 5,
  ล้าน: 6,
};

const DIGITS = String.raw`(?<![\d.,])(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?![.,]?\d)`;
const ENGLISH = String.raw`(?<!\p{L})(?:(?:${TENS.join('|')})(?:[- ](?:${ONES.slice(1, 10).join('|')}))?|${longestFirst(ONES).join('|')})(?!\p{L})`;
const SHORT = String.raw`(?:mn|bn|tn|m|k)(?![\p{L}\d])`;
const LONG = String.raw`(?:hundred|thousand|million|billion|trillion)s?(?!\p{L})`;
const THAI_SCALE = '(?:พัน|หมื่น|แสน|ล้าน)';

/** A written number, as a pattern without groups: `1,200`, `forty-two`, `2.4 million`, `half a million`, `1.8 แสนล้าน`. */
export const NUMBER = String.raw`(?:half a ${LONG}|(?<!\p{L})an? ${LONG}|(?:${DIGITS}|${longestFirst(THAI).join('|')}) ?${THAI_SCALE}+|${DIGITS}(?:${SHORT}| (?:mn|bn)(?!\p{L}))|(?:${DIGITS}|${ENGLISH})(?:[ -]${LONG})*|(?:${longestFirst(THAI).join('|')}))`;

/** A number whose words or digits must not be split: as `NUMBER`, with no scale. */
export const SMALL_NUMBER = `(?:${DIGITS}|${ENGLISH}|${longestFirst(THAI).join('|')})`;

function longestFirst(words: readonly string[]): string[] {
  return [...words].sort((a, b) => b.length - a.length);
}

/** A number with the size of the last digit that is written. */
export interface ReadNumber {
  readonly value: Exact;
  readonly step: Exact;
}

/** Reads what `NUMBER` matches. */
export function readNumber(text: string): ReadNumber {
  const words = text.toLowerCase().trim();
  const half = /^half a (\p{L}+)$/u.exec(words);
  if (half) return { value: divide(power(half[1] ?? ''), 2), step: divide(power(half[1] ?? ''), 2) };
  const scale = scalesIn(words).reduce((all, name) => multiply(all, power(name)), 1 as Exact);
  const { value, step } = unscaled(words);
  return { value: multiply(value, scale), step: multiply(step, scale) };
}

const power = (name: string): Exact => fraction(10n ** BigInt(SCALES[name] ?? 0), 1n);

function scalesIn(words: string): string[] {
  const tail = words.replace(/^[\d,.]+/, '');
  return [
    ...tail.matchAll(/hundred|thousand|million|billion|trillion|mn|bn|tn|พัน|หมื่น|แสน|ล้าน|(?<!\p{L})[mk](?!\p{L})/gu),
  ].map(([name]) => name);
}

function unscaled(words: string): ReadNumber {
  const digits = /^[\d,]+(?:\.(\d+))?/.exec(words);
  if (digits) {
    const decimals = digits[1]?.length ?? 0;
    return { value: decimal(BigInt(digits[0].replace(/[,.]/g, '')), decimals), step: decimal(1n, decimals) };
  }
  return { value: wordValue(words), step: 1 };
}

function wordValue(words: string): number {
  const thai = THAI.findIndex((name) => words.startsWith(name));
  if (thai >= 0) return thai;
  const [first = '', second = ''] = words.split(/[- ]/);
  const tens = TENS.indexOf(first);
  if (tens >= 0) return (tens + 2) * 10 + Math.max(0, ONES.indexOf(second));
  return Math.max(ONES.indexOf(first), first === 'a' || first === 'an' ? 1 : 0);
}
