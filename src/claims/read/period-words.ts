import { cadence, type Every, OCTOBER_FISCAL_YEAR, periodText, writtenPeriod } from '../../period/index.ts';
import { monthOfName } from '../../period/month-names.ts';
import { withLatin } from './latin.ts';
import { readNumber } from './number-words.ts';

const ENGLISH_MONTH = String.raw`(?<!\p{L})(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)(?:\.|(?!\p{L}))`;
const THAI_MONTH =
  '(?:เดือน ?)?(?:มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม|ม\\. ?ค\\.|ก\\. ?พ\\.|มี\\. ?ค\\.|เม\\. ?ย\\.|พ\\. ?ค\\.|มิ\\. ?ย\\.|ก\\. ?ค\\.|ส\\. ?ค\\.|ก\\. ?ย\\.|ต\\. ?ค\\.|พ\\. ?ย\\.|ธ\\. ?ค\\.)';
const NOT_A_NUMBER = String.raw`(?![\d%]|[.,]\d|/\d{2}(?!\d)| ?(?:%|per ?cent|ล้าน))`;
const YEAR = String.raw`(?<![\d.,])(?:19|20)\d\d${NOT_A_NUMBER}`;
const TWO_YEARS = String.raw`(?<![\d.,])(?:19|20)\d\d(?:[-/]\d{2,4})?${NOT_A_NUMBER}`;
const ANY_YEAR = String.raw`(?<![\d.,])(?:19|20|24|25|26)\d\d${NOT_A_NUMBER}`;
const ERA = '(?:พ\\. ?ศ\\. ?|ค\\. ?ศ\\. ?)';
const THAI_YEAR = `(?:(?:ปี ?${ERA}?|${ERA})${ANY_YEAR}|${YEAR})`;
const AFTER_THAI = `(?: ?ของ)? ?(?:ปี ?)?${ERA}?${ANY_YEAR}`;
const ORDINAL = '(?:first|second|third|fourth|1st|2nd|3rd|4th)';
const OF = '(?: of| in)?(?: the)?(?: year)?';

const FORMS: readonly (readonly [string, (text: string) => string])[] = [
  [`(?:the )?(?:fiscal year|financial year|FY) ?${TWO_YEARS}`, fiscalYear],
  [`(?:the )?${TWO_YEARS} (?:fiscal|financial) year`, fiscalYear],
  [`(?:ปี ?งบประมาณ|ปี ?งบ)${AFTER_THAI}`, fiscalYear],
  [`(?:ไตรมาส(?: ?ที่)? ?[1-4]|Q[1-4]) ?/ ?${ERA}?${ANY_YEAR}`, partOfYear],
  [`(?:the )?${ORDINAL} (?:quarter|half)${OF} ${YEAR}`, partOfYear],
  [`(?:the )?${ORDINAL} (?:quarter|half)`, partOfYear],
  [`(?:Q[1-4]|H[12])(?:[ -]?${OF} ?${YEAR})?(?!\\d)`, partOfYear],
  [`ไตรมาส(?: ?(?:แรก|ที่ ?[1-4]|[1-4]|สุดท้าย))(?:${AFTER_THAI})?`, partOfYear],
  [`ครึ่ง(?:ปี)?(?:แรก|หลัง)(?:${AFTER_THAI})?`, partOfYear],
  [String.raw`\d{1,2}(?:st|nd|rd|th)? ${ENGLISH_MONTH},? ${YEAR}`, written],
  [String.raw`${ENGLISH_MONTH} \d{1,2}(?:st|nd|rd|th)?, ${YEAR}`, written],
  [`(?:วันที่ ?)?\\d{1,2} ?${THAI_MONTH}${AFTER_THAI}`, written],
  [String.raw`\d{4}-\d{2}(?:-\d{2})?(?!\d)`, written],
  [`${ENGLISH_MONTH}(?: of)?,? ${YEAR}`, written],
  [`${THAI_MONTH}${AFTER_THAI}`, written],
  [String.raw`\d{1,2}(?:st|nd|rd|th)? ${ENGLISH_MONTH}(?!,? \d{4})`, dayOfMonth],
  [
    String.raw`(?:เดือน ?)?(?:ม\. ?ค|ก\. ?พ|มี\. ?ค|เม\. ?ย|พ\. ?ค|มิ\. ?ย|ก\. ?ค|ส\. ?ค|ก\. ?ย|ต\. ?ค|พ\. ?ย|ธ\. ?ค)\. ?\d{2}(?!\d|[.,]\d| ?%)`,
    written,
  ],
  [ENGLISH_MONTH, month],
  [THAI_MONTH, month],
  [THAI_YEAR, written],
];

/** A named period, as a pattern without groups. */
export const PERIOD = `(?:${FORMS.map(([pattern]) => pattern).join('|')})`;

/** A month without a year, as a pattern without groups. */
export const MONTH = `(?:${ENGLISH_MONTH}|${THAI_MONTH})`;

const READERS = FORMS.map(([pattern, read]) => [new RegExp(withLatin(`^(?:${pattern})$`), 'i'), read] as const);

/** Reads what `PERIOD` matches: `2024`, `2024-03`, `FY2024`, and `--03` or `--Q1` where no year is named. */
export function readPeriod(text: string): string {
  const form = READERS.find(([pattern]) => pattern.test(text.trim()));
  return form?.[1](text.trim()) ?? text;
}

const YEAR_ALONE = /(?<![\d.,])(?:19|20|24|25|26)\d\d/;

const yearIn = (text: string): string | undefined => YEAR_ALONE.exec(text)?.[0];

/** The common year that a year of either era is. */
function commonYear(text: string): number | null {
  const year = Number(yearIn(text));
  return Number.isNaN(year) ? null : year >= 2400 ? year - 543 : year;
}

/** A fiscal year of two names is known by the later. */
function fiscalYear(text: string): string {
  const both = /[-/](\d{2,4})(?: |$)/.exec(text)?.[1];
  return `FY${(commonYear(text) ?? 0) + (both === undefined ? 0 : 1)}`;
}

const PARTS: readonly (readonly [RegExp, number])[] = [
  [/first|1st|แรก|[QH]1|ที่ ?1|ไตรมาส ?1/i, 1],
  [/second|2nd|[QH]2|หลัง|ที่ ?2|ไตรมาส ?2/i, 2],
  [/third|3rd|Q3|ที่ ?3|ไตรมาส ?3/i, 3],
  [/fourth|4th|Q4|สุดท้าย|ที่ ?4|ไตรมาส ?4/i, 4],
];

function partOfYear(text: string): string {
  const number = PARTS.find(([pattern]) => pattern.test(text))?.[1] ?? 1;
  const kind = /half|^H[12]|ครึ่ง/i.test(text) ? 'H' : 'Q';
  return `${commonYear(text) ?? '-'}-${kind}${number}`;
}

function month(text: string): string {
  const number = monthOfName(plainMonth(text)) ?? 0;
  return `--${String(number).padStart(2, '0')}`;
}

/** `--06-30`: a day of a year that is not named. */
function dayOfMonth(text: string): string {
  const [, day = '', name = ''] = /^(\d{1,2})\D*? (.+)$/.exec(text) ?? [];
  return `${month(name)}-${day.padStart(2, '0')}`;
}

const plainMonth = (text: string): string => text.replace('เดือน', '').replace(/\s/g, '');

/** A date, a month or a year with its year. */
function written(text: string): string {
  const plain = text
    .replace(/เดือน|วันที่|ปี|[พค]\. ?ศ\./g, ' ')
    .replace(/(\d)(?:st|nd|rd|th)\b/, '$1')
    .replace(/([^\d\s]\.) (?=[^\d\s]\.)/g, '$1')
    .replace(/ of /, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const read = writtenPeriod(plain, { order: null, era: 'auto', fiscal: OCTOBER_FISCAL_YEAR });
  return read ? periodText(read.ordinal, cadence(read.every)) : text;
}

const UNITS: Readonly<Record<string, Every>> = {
  day: 'day',
  วัน: 'day',
  week: 'week',
  สัปดาห์: 'week',
  month: 'month',
  เดือน: 'month',
  quarter: 'quarter',
  ไตรมาส: 'quarter',
  'half-year': 'half',
  year: 'year',
  ปี: 'year',
};

/** A unit of time, as a pattern without groups. */
export const UNIT = '(?:(?:day|week|month|quarter|half-year|year)s?(?!\\p{L})|วัน|สัปดาห์|เดือน|ไตรมาส|ปี)';

const LETTERS: Partial<Record<Every, string>> = { day: 'd', week: 'w', month: 'm', quarter: 'q', half: 'h', year: 'y' };

/** `6m` of "6" and "months"; one year is twelve months, since a calendar year would be named. */
export function lengthText(count: string | undefined, unit: string): string {
  const number = count === undefined || count === '' ? 1 : Number(readNumber(count).value);
  const every = UNITS[unit.toLowerCase().replace(/s$/, '')] ?? 'month';
  return every === 'year' && number === 1 ? '12m' : `${number}${LETTERS[every]}`;
}
