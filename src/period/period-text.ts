import { type CivilDate, isCivilDate } from './civil-date.ts';
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

/** The order in which a date such as 03/04/2024 is written. */
export type DateOrder = 'dmy' | 'mdy';

/** The era of written years: Buddhist ones lie between 2400 and 2700; `auto` takes all others as common. */
export type Era = 'auto' | 'ce' | 'be';

export interface PeriodRules {
  readonly order: DateOrder | null;
  readonly era: Era;
  readonly fiscal: FiscalYear;
}

/** A period as a source wrote it. */
export interface WrittenPeriod {
  readonly every: Every;
  readonly ordinal: Ordinal;
  readonly buddhist: boolean;
}

const BUDDHIST_OFFSET = 543;

/** The common-era year that a written one means, or null when the era makes it impossible. */
export function commonYear(written: number, era: Era): { year: number; buddhist: boolean } | null {
  const buddhist = era !== 'ce' && written >= 2400 && written <= 2700;
  if (era === 'be' && !buddhist) return null;
  const year = buddhist ? written - BUDDHIST_OFFSET : written;
  return year >= 1000 && year < 2400 ? { year, buddhist } : null;
}

type Reader = (groups: readonly string[], rules: PeriodRules, text: string) => WrittenPeriod | null;

const TIME = String.raw`(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?: ?[AaPp][Mm])?(?:Z| ?[+-]\d{2}:?\d{2})?)?`;
const NAME = String.raw`(\p{L}[\p{L}\p{M}.]*)`;

/** Each written form of a period with what it means; the first that matches is taken. */
const FORMS: readonly (readonly [RegExp, Reader])[] = [
  form(String.raw`(\d{4})([-/.])(\d{1,2})\2(\d{1,2})${TIME}`, ([y, , m, d], rules) => dated(rules, y, m, d)),
  form(String.raw`(\d{4})[-/.](\d{1,2})`, ([y, m], rules) => dated(rules, y, m)),
  form(String.raw`(\d{4})(\d{2})`, ([y, m], rules) => dated(rules, y, m)),
  form(String.raw`(\d{4})`, ([y], rules) => dated(rules, y)),
  form('(FY.+)', ([name], rules) => datedFiscalPeriod(rules, name)),
  form(String.raw`FY ?(\d{4})(?:[-/](\d{2}))?(?:[- ]?Q([1-4]))?`, ([y, both, q], rules) => fiscal(rules, y, both, q)),
  form(String.raw`(\d{4})[- ]?Q([1-4])`, ([y, q], rules) => part(rules, 'quarter', y, q)),
  form(String.raw`(\d{4})[- ]?H([12])`, ([y, h], rules) => part(rules, 'half', y, h)),
  form(String.raw`(\d{4})-?W(\d{1,2})`, ([y, w], rules) => isoWeekOf(rules, y, w)),
  form(String.raw`(\d{1,2})([-/.])(\d{1,2})\2(\d{4})${TIME}`, ([a, , b, y], rules) => ordered(rules, a, b, y)),
  form(String.raw`${NAME}[- ]?(\d{4})`, ([name, y], rules) => named(rules, name, y)),
  form(String.raw`${NAME}[- ]?(\d{2})`, ([name, y], rules) => namedShort(rules, name, y)),
  form(String.raw`${NAME} (\d{1,2}),? (\d{4})`, ([name, d, y], rules) => named(rules, name, y, d)),
  form(String.raw`(\d{1,2})[- ]?${NAME}[- ]?(\d{4})`, ([d, name, y], rules) => named(rules, name, y, d)),
  form(String.raw`(\d{1,2})[- ]?${NAME}[- ]?(\d{2})`, ([d, name, y], rules) => namedShort(rules, name, y, d)),
];

function form(pattern: string, read: Reader): readonly [RegExp, Reader] {
  return [new RegExp(`^${pattern}$`, 'iu'), read];
}

/** Reads one written period, or returns null when it is in no known form or names no day of the calendar. */
export function writtenPeriod(text: string, rules: PeriodRules): WrittenPeriod | null {
  const clean = text.trim().replace(/\s+/g, ' ');
  for (const [pattern, read] of FORMS) {
    const match = pattern.exec(clean);
    const period = match && read(match.slice(1), rules, clean);
    if (period) return period;
  }
  return null;
}

/** True for 03/04/2024 and its like, whose order the text itself does not say. */
export function needsDateOrder(text: string): boolean {
  return /^\s*\d{1,2}([-/.])\d{1,2}\1\d{4}/.test(text);
}

/** Which orders a text in the form of `needsDateOrder` allows. */
export function possibleOrders(text: string): readonly DateOrder[] {
  return (['dmy', 'mdy'] as const).filter((order) => writtenPeriod(text, { ...ANY_ERA, order }));
}

const ANY_ERA: Omit<PeriodRules, 'order'> = { era: 'auto', fiscal: cadence('fiscal-year').fiscal };

function dated(rules: PeriodRules, y?: string, m?: string, d?: string): WrittenPeriod | null {
  const era = commonYear(Number(y), rules.era);
  if (!era) return null;
  const date: CivilDate = { year: era.year, month: Number(m ?? 1), day: Number(d ?? 1) };
  if (!isCivilDate(date)) return null;
  const every = d !== undefined ? 'day' : m !== undefined ? 'month' : 'year';
  return { every, ordinal: ordinalOf(date, cadence(every)), buddhist: era.buddhist };
}

function ordered(rules: PeriodRules, a?: string, b?: string, y?: string): WrittenPeriod | null {
  if (rules.order === null) return null;
  return rules.order === 'dmy' ? dated(rules, y, b, a) : dated(rules, y, a, b);
}

function named(rules: PeriodRules, name?: string, y?: string, d?: string): WrittenPeriod | null {
  const month = monthOfName(name ?? '');
  return month === undefined ? null : dated(rules, y, String(month), d);
}

/** A year of two digits has a meaning only beside a Thai month, where it is the Buddhist year 25xx. */
function namedShort(rules: PeriodRules, name?: string, y?: string, d?: string): WrittenPeriod | null {
  return isThai(name ?? '') ? named({ ...rules, era: 'be' }, name, `25${y}`, d) : null;
}

/** A year of a calendar whose years changed is known by its name alone. */
function datedFiscalPeriod({ fiscal: { dated } }: PeriodRules, name = ''): WrittenPeriod | null {
  const year = dated?.year.names.indexOf(name.toUpperCase().startsWith('FY') ? name : '') ?? -1;
  if (year >= 0) return { every: 'fiscal-year', ordinal: year, buddhist: false };
  const quarter = dated?.quarter.names.indexOf(name) ?? -1;
  return quarter >= 0 ? { every: 'fiscal-quarter', ordinal: quarter, buddhist: false } : null;
}

/** `FY2024` is named as the calendar has it; `FY2023-24` names both years. */
function fiscal(rules: PeriodRules, y?: string, both?: string, q?: string): WrittenPeriod | null {
  const era = commonYear(Number(y), rules.era);
  if (!era) return null;
  if (rules.fiscal.dated || (both !== undefined && Number(both) !== (era.year + 1) % 100)) return null;
  const start = both === undefined ? startYear(era.year, rules.fiscal) : era.year;
  if (q === undefined) return { every: 'fiscal-year', ordinal: start, buddhist: era.buddhist };
  return { every: 'fiscal-quarter', ordinal: start * 4 + Number(q) - 1, buddhist: era.buddhist };
}

function part(rules: PeriodRules, every: 'quarter' | 'half', y?: string, n?: string): WrittenPeriod | null {
  const era = commonYear(Number(y), rules.era);
  const perYear = every === 'quarter' ? 4 : 2;
  return era && { every, ordinal: era.year * perYear + Number(n) - 1, buddhist: era.buddhist };
}

function isoWeekOf(rules: PeriodRules, y?: string, w?: string): WrittenPeriod | null {
  const era = commonYear(Number(y), rules.era);
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
