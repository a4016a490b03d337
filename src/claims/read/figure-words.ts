import { compare, divide, type Exact, fraction } from '../../math/exact.ts';
import { english, lexeme } from './lexeme.ts';
import { MULTIPLES } from './multiple-words.ts';
import { NUMBER, readNumber, SMALL_NUMBER } from './number-words.ts';
import type { Lexeme, Meaning, Sign } from './token.ts';

/** A percent sign in words or signs, as a pattern without groups. */
export const PERCENT = '(?:%|per ?cent(?:age)?(?!\\p{L}| points?)|pct(?!\\p{L})|pc(?!\\p{L})|เปอร์เซ็นต์|เปอร์เซนต์)';
const POINTS =
  '(?:percentage[ -]points?|per ?cent points?|% points?|points? of percentage|pp(?!\\p{L})|p\\.p\\.|จุด(?:ร้อยละ|เปอร์เซ็นต์)?)';
const NOT_AGO = '(?! (?:earlier|ago|before|previously|later))';
const CURRENCY = '(?:(?:US|A|S|HK)?[$€£¥฿]|(?:USD|EUR|GBP|THB) ?)';
const SIGN = '([+\\-]?)';

const hundredth = (x: Exact): Exact => divide(x, 100);

export function percent(sign = '', text = '', high?: string): Meaning {
  const { value, step } = readNumber(text);
  const upper = high === undefined ? null : hundredth(readNumber(high).value);
  return { type: 'percent', value: hundredth(value), step: hundredth(step), high: upper, sign: (sign || null) as Sign };
}

function points(sign = '', text = ''): Meaning {
  const { value, step } = readNumber(text);
  return { type: 'points', value: hundredth(value), step: hundredth(step), sign: (sign || null) as Sign };
}

const inWords = (value: Exact): Meaning => ({ type: 'percent', value, step: null, high: null, sign: null });
const portion = (value: Exact): Meaning => ({
  type: 'percent',
  value,
  step: null,
  high: null,
  sign: null,
  portion: true,
});

function amount(sign = '', currency: string | undefined, text = '', high?: string): Meaning {
  const { value, step } = readNumber(text);
  const upper = high === undefined ? null : readNumber(high).value;
  return { type: 'amount', value, step, high: upper, currency: currency?.trim() || null, sign: (sign || null) as Sign };
}

/** "20 to 30 people", "between $500 and $2,000"; the scale of the last number is that of both: "2 to 3 million". */
function amounts(currency: string | undefined, low = '', high = ''): Meaning | null {
  const scale = /(?<=[\d.]) ?(?:thousand|million|billion|trillion|mn|bn|พัน|หมื่น|แสน|ล้าน)+$/i.exec(high)?.[0] ?? '';
  const first = /^[\d.,]+$/.test(low) ? `${low}${scale}` : low;
  return compare(readNumber(first).value, readNumber(high).value) < 0 ? amount('', currency, first, high) : null;
}

const PARTS: Readonly<Record<string, number>> = {
  half: 2,
  third: 3,
  quarter: 4,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
};
/** A part of a whole; one group. */
export const PART = '(half|third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth)s?';

/** "two thirds"; with no number, one of them. */
function partOf(count: string | undefined, part = ''): Meaning {
  const top = count === undefined || /^an?$/i.test(count) ? 1 : Number(readNumber(count).value);
  return inWords(fraction(BigInt(top), BigInt(PARTS[part.toLowerCase()] ?? 1)));
}

/** Every form of a figure, the particular before the general. */
export const FIGURES: readonly Lexeme[] = [
  english('half (?:a|of a) (?:percentage|per ?cent)[ -]point', () => points('', '0.5')),
  english('(?:an? |<N> )?(?:half|third|quarter|fifth|tenth)s?(?: of)? an? (?:\\p{L}+[ -])?points?', (_, text) => ({
    type: 'unclear',
    why: `how much "${text}" is; write it in digits`,
  })),
  lexeme(String.raw`(?<![\p{L}\d.,])\d{1,3}(?: \d{3})+(?![\d%]| ?%)`, (_, text) => ({
    type: 'unclear',
    why: `whether "${text}" is one number`,
  })),
  lexeme('<N> ?(?:±|\\+/-) ?<N>', (_, text) => ({ type: 'unclear', why: `how exact "${text}" is` })),
  english(
    '<N>(?<=hundred|thousand|million|billion)(?: and)? (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty)(?:[ -]\\p{L}+)?',
    (_, text) => ({ type: 'unclear', why: `how many "${text}" is; write it in digits` }),
  ),
  lexeme(String.raw`(?<![\d.,])(?:\d*[.,]\d+|\d+,\d+(?:\.\d+)?) ?(?:${PERCENT}|million|billion|bn|ล้าน)`, (_, text) =>
    new RegExp(`^(?:${NUMBER})`, 'iu').test(text) ? null : { type: 'unclear', why: `how "${text}" is written` },
  ),
  english('<N>[ -](?:basis points?|bps?)', (_, text) => ({
    type: 'unclear',
    why: `"${text}" is in hundredths of a point`,
  })),
  lexeme(`${SIGN}(${SMALL_NUMBER})[ -]?${POINTS}`, ([sign, n]) => points(sign, n)),
  english(
    `(?:between )?<N> ?(?:${PERCENT})? ?(?:to|and|-) ?<N> ?${PERCENT} (?:a|per|each|every) (?:year|month|annum)${NOT_AGO}|(?:between )?<N> ?(?:${PERCENT})? ?(?:to|and|-) ?<N> ?${PERCENT} annually`,
    (_, text) => ({ type: 'unclear', why: `"${text}" is a rate per year, not a change` }),
  ),
  lexeme(String.raw`(?<![\p{L}\d])(?:between )<N> ?(?:${PERCENT})? ?and <N> ?${PERCENT}`, ([a, b]) =>
    percent('', a, b),
  ),
  lexeme(String.raw`(?<!from |from about |จาก ?)(?<![\p{L}\d])<N> ?(?:to|-|ถึง) ?<N> ?${PERCENT}`, ([a, b]) =>
    percent('', a, b),
  ),
  lexeme(`(?:ร้อยละ ?<N>|<N> ?${PERCENT}) ?ต่อ ?(?:ปี|เดือน|ไตรมาส|วัน)`, (_, text) => ({
    type: 'unclear',
    why: `"${text}" is a rate per time, not a change`,
  })),
  english(
    `<N>[ -]?${PERCENT} (?:a|per|each|every) (?:year|month|annum)${NOT_AGO}|<N>[ -]?${PERCENT} annually`,
    (_, text) => ({
      type: 'unclear',
      why: `"${text}" is a rate per year, not a change`,
    }),
  ),
  lexeme(
    `(?<=from (?:about |around |just |nearly |almost |some )?|จาก ?(?:ร้อยละ ?)?)<N>(?= ?(?:to|ถึง|เป็น) (?:about |around |just |nearly |almost |some |over |under )?(?:ร้อยละ ?)?<N> ?${PERCENT})`,
    ([n]) => percent('', n),
  ),
  lexeme(String.raw`${SIGN}(?<![\p{L}])<N>[ -]?${PERCENT}`, ([sign, n]) => percent(sign, n)),
  lexeme(`ร้อยละ ?${SIGN}(${SMALL_NUMBER}) ?(?:-|ถึง) ?(${SMALL_NUMBER})`, ([sign, a, b]) => percent(sign, a, b)),
  lexeme(`ร้อยละ ?${SIGN}(${SMALL_NUMBER})`, ([sign, n]) => percent(sign, n)),
  english(
    'of (?:the |its |all |their )?<N>((?: [\\p{L}-]+){1,6}?), <N>(?= \\(| are| is| were| was| have| had)',
    ([whole, unit, part]) => ofWhole(part, whole, counted(unit)),
  ),
  english('<N> of (?:whom|which|them|these|those)', (_, text) => ({
    type: 'unclear',
    why: `of how many "${text}" is`,
  })),
  english(
    '((?:one|two|three|four|five|six|seven|eight|nine) out of (?:every )?(?:two|three|four|five|six|seven|eight|nine|ten|twenty))(?= \\p{L})',
    ([words = '']) => {
      const [part = '', whole = ''] = words.split(/ out of (?:every )?/i);
      return portion(divide(readNumber(part).value, readNumber(whole).value));
    },
  ),
  english('<N>(?: out)? of (?:the |its |all |their )?<N>', ([part, whole]) => ofWhole(part, whole)),
  english('unchanged|no change', () => ({
    type: 'percent',
    value: 0,
    step: fraction(1n, 100n),
    high: null,
    sign: '+',
  })),
  english(
    '<N>(?: out)? (?:in|of)(?: every)? (?:two|three|four|five|ten|twenty|[2-9]|10|20|100)(?= \\p{L})(?! (?:days?|weeks?|months?|years?|hours?|minutes?)(?!\\p{L}))',
    ([n], text) => portion(divide(readNumber(n ?? '').value, readNumber(text.split(' ').at(-1) ?? '').value)),
  ),
  english('one in (?:every )?<N>', ([n]) => portion(divide(1, readNumber(n ?? '').value))),
  lexeme(`(${SMALL_NUMBER}) ?ใน ?(${SMALL_NUMBER})`, ([a, b]) =>
    portion(divide(readNumber(a ?? '').value, readNumber(b ?? '').value)),
  ),
  english(`(an?|<N>)[ -]${PART}`, ([count, , part]) => partOf(count, part)),
  english('half(?! a (?:hundred|thousand|million|billion))', () => inWords(fraction(1n, 2n))),
  lexeme('(?<=กว่า|เกือบ|ราว|ประมาณ)ครึ่ง(?!ปี|แรก|หลัง|หนึ่ง)', () => inWords(fraction(1n, 2n))),
  lexeme('ครึ่งหนึ่ง|ครึ่งต่อครึ่ง', () => inWords(fraction(1n, 2n))),
  ...MULTIPLES,
  english(`between (${CURRENCY})?<N> and (?:${CURRENCY})?<N>`, ([currency, a, b]) => amounts(currency, a, b)),
  english(`between (?:${CURRENCY})?<N>(?: [\\p{L}-]+)? and (?:${CURRENCY})?<N>`, (_, text) => ({
    type: 'unclear',
    why: `which figure of the range "${text}" is meant`,
  })),
  lexeme(
    String.raw`(?<!from |from about |from around |by |by about |by around |by some |by nearly |by more than |by almost |จาก ?|\()(?<![\p{L}\d-])(${CURRENCY})?<N>(?: (?:to|or) | ?- ?| ?ถึง ?)(?:${CURRENCY})?<N>(?![\p{L}\d-])`,
    ([currency, a, b]) => amounts(currency, a, b),
  ),
  lexeme(`${SIGN}(${CURRENCY})<N>`, ([sign, currency, n]) => amount(sign, currency, n)),
  lexeme(String.raw`(?<![\p{L}\d])${SIGN}(?<![\p{L}\d])<N>`, ([sign, n]) => amount(sign, undefined, n)),
];

/** Right after a percentage: a level of no named period, against which nothing can be held. */
export const VAGUE_LEVEL: Lexeme = english(
  'of (?:the |its |their )?(?:\\p{L}[\\p{L}-]* ){1,3}levels?(?! (?:of|in) )',
  (_, text) => ({
    type: 'unclear',
    why: `when the level was, "${text}"`,
  }),
);

/** Right after a percentage: of how many it is. */
export const WHOLE: Lexeme = english(
  'of (?:the |its |all |their )?<N>(?= (?!levels?|figures?|values?|totals?)[\\p{L}-]+)',
  ([whole]) => ({ type: 'whole', whole: readNumber(whole ?? '').value }),
);

/** "People rescued at sea" are people. */
const counted = (words = ''): string => {
  const all = words.trim().split(' ');
  return all.length <= 2 ? words : (all[0] ?? '');
};

const ofWhole = (part = '', whole = '', unit?: string): Meaning => ({
  type: 'part',
  part: readNumber(part).value,
  whole: readNumber(whole).value,
  unit: unit?.trim() ?? null,
});
