import { type CivilDate, isCivilDate } from './civil-date.ts';
import { cleanText } from './clean-text.ts';
import { type Era, writtenYear } from './era.ts';
import { isThai, monthOfName } from './month-names.ts';
import {
  cadence,
  type Every,
  type FiscalYear,
  firstWeek,
  isoWeek,
  type Ordinal,
  ordinalOf,
  startYear,
} from './period.ts';
import { writtenTime } from './written-time.ts';

/** The order in which a date such as 03/04/2024 is written; the year comes first only where it has two digits. */
export const DATE_ORDERS = ['dmy', 'mdy', 'ymd'] as const;

export type DateOrder = (typeof DATE_ORDERS)[number];

export interface PeriodRules {
  readonly order: DateOrder | null;
  readonly era: Era;
  readonly fiscal: FiscalYear;
  /** Minutes ahead of UTC to which times with a zone are converted; as written if not given. */
  readonly zone?: number | null | undefined;
}

/** A period as a source wrote it. */
export interface WrittenPeriod {
  readonly every: Every;
  readonly ordinal: Ordinal;
  readonly buddhist: boolean;
  /** True where a time of day other than midnight stands behind it, so that it is that day and not its month. */
  readonly timed?: boolean;
}

type Reader = (groups: readonly string[], rules: PeriodRules) => WrittenPeriod | null;

/** Of Latin or Thai letters, since months have no other names; classes of all letters take 5 ms each to compile. */
const NAME = String.raw`([a-z\u0E00-\u0E7F][a-z\u0E00-\u0E7F.]*)`;
const YEAR = String.raw`(\d{4}|\d{2})`;
const QUARTER = `(?:Q|Quarter |ไตรมาส(?:ที่)? ?)`;
const FISCAL = `(?:FY|Fiscal year|ปี ?งบประมาณ|ปี ?งบ) ?`;

/** Each written form of a period with what it means; the first that matches is taken. */
const FORMS: readonly Form[] = [
  form(String.raw`(\d{4})([-/. ])(\d{1,2})\2(\d{1,2})`, ([y, , m, d], rules) => dated(rules, y, m, d)),
  form(String.raw`(\d{4})[-/.](\d{1,2})`, ([y, m], rules) => dated(rules, y, m)),
  form(String.raw`(\d{4})(\d{2})`, ([y, m], rules) => dated(rules, y, m)),
  form(String.raw`(\d{4})(\d{2})(\d{2})`, ([y, m, d], rules) => dated(rules, y, m, d)),
  form(String.raw`(\d{4})`, ([y], rules) => dated(rules, y)),
  form(String.raw`(\d{4})[- ]?M(\d{1,2})`, ([y, m], rules) => dated(rules, y, m)),
  form(String.raw`(\d{1,2})[-/.](\d{4})`, ([m, y], rules) => dated(rules, y, m)),
  form('(FY.+)', ([name], rules) => datedFiscalPeriod(rules, name)),
  form(String.raw`${FISCAL}(\d{4})(?:[-/](\d{2}))?(?:[-/ ]?${QUARTER}([1-4]))?`, ([y, both, q], rules) =>
    fiscal(rules, y, both, q),
  ),
  form(String.raw`${FISCAL}(\d{2})`, ([y], rules) => fiscal(rules, y)),
  form(String.raw`${QUARTER}([1-4])[-/ ]{0,3}${FISCAL}(\d{4})`, ([q, y], rules) => fiscal(rules, y, undefined, q)),
  form(String.raw`(\d{4})[-/](\d{4})`, ([y, next], rules) => splitYear(rules, y, next)),
  form(String.raw`(\d{4})[-/ ]?Q0?([1-4])`, ([y, q], rules) => part(rules, 'quarter', y, q)),
  form(String.raw`(\d{4}) ?,? ?([1-4]) quarter`, ([y, q], rules) => part(rules, 'quarter', y, q)),
  form(`${QUARTER}0?([1-4])[-/, ]{0,3}${YEAR}`, ([q, y], rules) => part(rules, 'quarter', y, q)),
  form(`([1-4]) ?(?:Q|quarter)[-/, ]{0,3}${YEAR}`, ([q, y], rules) => part(rules, 'quarter', y, q)),
  form(String.raw`(\d{4})[-/ ]?H([12])`, ([y, h], rules) => part(rules, 'half', y, h)),
  form(`H([12])[-/, ]{0,2}${YEAR}`, ([h, y], rules) => part(rules, 'half', y, h)),
  form(`([12]) ?H[-/, ]{0,2}${YEAR}`, ([h, y], rules) => part(rules, 'half', y, h)),
  form(String.raw`ครึ่ง(?:ปี)?(แรก|หลัง) ?(\d{4})`, ([h, y], rules) => part(rules, 'half', y, h === 'แรก' ? '1' : '2')),
  form(String.raw`(\d{4})[- ]?W(\d{1,2})`, ([y, w], rules) => isoWeekOf(rules, y, w)),
  form(String.raw`(?:W|Week |สัปดาห์(?:ที่)? ?)(\d{1,2})[-/, ]{1,2}(\d{4})`, ([w, y], rules) => isoWeekOf(rules, y, w)),
  form(String.raw`(\d{1,2})([-/. ])(\d{1,2})\2${YEAR}`, ([a, , b, y], rules) => ordered(rules, a, b, y)),
  form(String.raw`(\d{4})[- /]?${NAME}`, ([y, name], rules) => named(rules, name, y)),
  form(String.raw`(\d{4})[- /]${NAME}[- /](\d{1,2})`, ([y, name, d], rules) => named(rules, name, y, d)),
  form(`${NAME}[-/ ,]{0,2}${YEAR}`, ([name, y], rules) => named(rules, name, y)),
  form(String.raw`${NAME} (\d{1,2}),? (\d{4})`, ([name, d, y], rules) => named(rules, name, y, d)),
  form(String.raw`(\d{1,2})[- /]?${NAME}[- /,]{0,2}${YEAR}`, ([d, name, y], rules) => named(rules, name, y, d)),
];

interface Form {
  readonly pattern: RegExp;
  readonly read: Reader;
  /** True where it begins with a digit, so that no other text need be held against it. */
  readonly digitFirst: boolean;
}

function form(pattern: string, read: Reader): Form {
  return { pattern: new RegExp(`^${pattern}$`, 'iu'), read, digitFirst: /^\((\\d|\[\d)/.test(pattern) };
}

/** Reads one written period, or returns null when it is in no known form or names no day of the calendar. */
export function writtenPeriod(raw: string, rules: PeriodRules): WrittenPeriod | null {
  const { text, era } = cleanText(raw);
  const { date, minutes, zone } = writtenTime(text);
  const period = untimedPeriod(date, era === null ? rules : { ...rules, era });
  if (period === null || minutes === null) return period;
  if (period.every !== 'day') return null;
  const timed = minutes !== 0;
  if (zone === null || rules.zone == null) return { ...period, timed };
  const shift = Math.floor((minutes - zone + rules.zone) / (24 * 60));
  return { ...period, ordinal: period.ordinal + shift, timed };
}

function untimedPeriod(text: string, rules: PeriodRules): WrittenPeriod | null {
  const isDigitFirst = /^\d/.test(text);
  for (const { pattern, read, digitFirst } of FORMS) {
    const match = digitFirst && !isDigitFirst ? null : pattern.exec(text);
    const period = match && read(match.slice(1), rules);
    if (period) return period;
  }
  return null;
}

/** True for 03/04/2024 and its like, whose order the text itself does not say. */
export function needsDateOrder(raw: string, era: Era = 'auto'): boolean {
  const [, , year] = /^\d{1,2}([-/. ])\d{1,2}\1(\d{4}|\d{2})(?!\d)/.exec(cleanText(raw).text) ?? [];
  return year !== undefined && (year.length === 4 || era !== 'auto');
}

/** True for `31/12/24` or `Jan-24`, where nothing says which century and era are meant. */
export function needsEra(raw: string): boolean {
  const { fiscal } = ANY_ERA;
  const read = (order: DateOrder, era: Era) => writtenPeriod(raw, { order, era, fiscal });
  return DATE_ORDERS.some((order) => read(order, 'ce')) && !DATE_ORDERS.some((order) => read(order, 'auto'));
}

/** Which orders a text in the form of `needsDateOrder` allows. */
export function possibleOrders(text: string, era: Era = 'auto'): readonly DateOrder[] {
  return DATE_ORDERS.filter((order) => writtenPeriod(text, { ...ANY_ERA, era, order }));
}

const ANY_ERA: Omit<PeriodRules, 'order'> = { era: 'auto', fiscal: cadence('fiscal-year').fiscal };

/** `2023/2024` names a fiscal year by both years. */
function splitYear(rules: PeriodRules, y?: string, next?: string): WrittenPeriod | null {
  return Number(next) === Number(y) + 1 ? fiscal(rules, y, next?.slice(2)) : null;
}

function dated(rules: PeriodRules, y?: string, m?: string, d?: string): WrittenPeriod | null {
  const era = writtenYear(y, rules.era);
  if (!era) return null;
  const date: CivilDate = { year: era.year, month: Number(m ?? 1), day: Number(d ?? 1) };
  if (!isCivilDate(date)) return null;
  const every = d !== undefined ? 'day' : m !== undefined ? 'month' : 'year';
  return { every, ordinal: ordinalOf(date, cadence(every)), buddhist: era.buddhist };
}

function ordered(rules: PeriodRules, a?: string, b?: string, c?: string): WrittenPeriod | null {
  if (rules.order === 'ymd') return c?.length === 2 ? dated(rules, a, b, c) : null;
  if (rules.order === null) return null;
  return rules.order === 'dmy' ? dated(rules, c, b, a) : dated(rules, c, a, b);
}

/** Beside a Thai month a year of two digits is the Buddhist year 25xx. */
function named(rules: PeriodRules, name = '', y?: string, d?: string): WrittenPeriod | null {
  const month = monthOfName(name);
  if (month === undefined) return null;
  const short = y?.length === 2 && isThai(name);
  return dated(short ? { ...rules, era: 'be' } : rules, y, String(month), d);
}

/** A year of a calendar whose years changed is known by its name alone. */
function datedFiscalPeriod({ fiscal: { dated } }: PeriodRules, name = ''): WrittenPeriod | null {
  const year = dated?.year.names.findIndex((one) => one === name || one.startsWith(`${name} `)) ?? -1;
  if (year >= 0) return { every: 'fiscal-year', ordinal: year, buddhist: false };
  const quarter = dated?.quarter.names.indexOf(name) ?? -1;
  return quarter >= 0 ? { every: 'fiscal-quarter', ordinal: quarter, buddhist: false } : null;
}

/** `FY2024` is named as the calendar has it; `FY2023-24` names both years. */
function fiscal(rules: PeriodRules, y?: string, both?: string, q?: string): WrittenPeriod | null {
  const era = writtenYear(y, rules.era);
  if (!era) return null;
  if (rules.fiscal.dated || (both !== undefined && Number(both) !== (Number(y) + 1) % 100)) return null;
  const start = both === undefined ? startYear(era.year, rules.fiscal) : era.year;
  if (q === undefined) return { every: 'fiscal-year', ordinal: start, buddhist: era.buddhist };
  return { every: 'fiscal-quarter', ordinal: start * 4 + Number(q) - 1, buddhist: era.buddhist };
}

function part(rules: PeriodRules, every: 'quarter' | 'half', y?: string, n?: string): WrittenPeriod | null {
  const era = writtenYear(y, rules.era);
  const perYear = every === 'quarter' ? 4 : 2;
  return era && { every, ordinal: era.year * perYear + Number(n) - 1, buddhist: era.buddhist };
}

function isoWeekOf(rules: PeriodRules, y?: string, w?: string): WrittenPeriod | null {
  const era = writtenYear(y, rules.era);
  if (!era) return null;
  const ordinal = firstWeek(era.year) + Number(w) - 1;
  const exists = isoWeek(ordinal).week === Number(w);
  return exists ? { every: 'week', ordinal, buddhist: era.buddhist } : null;
}

/** The month of a fiscal year: with a year that starts in October and is named by its end, OCT 2020 is 2019-10. */
export function monthOfFiscalYear(nameYear: number, month: number, fiscal: FiscalYear): Ordinal {
  const start = startYear(nameYear, fiscal);
  return (month >= fiscal.startMonth ? start : start + 1) * 12 + month - 1;
}
