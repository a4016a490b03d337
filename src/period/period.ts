import { type CivilDate, civilDate, dateText, dayNumber, daysInMonth, two } from './civil-date.ts';
import { type DatedFiscal, type DatedPeriods, datedOrdinal, type NamedBy, yearsName } from './dated-fiscal.ts';

/** The kinds of period, from fine to coarse. */
export const EVERY = ['day', 'week', 'month', 'quarter', 'half', 'year', 'fiscal-quarter', 'fiscal-year'] as const;

export type Every = (typeof EVERY)[number];

/** A fiscal year that starts in `startMonth` and is named by the calendar year in which it ends or starts, or by both. */
export interface FiscalYear {
  readonly startMonth: number;
  readonly namedBy: NamedBy;
  /** Where the years of the calendar changed: all of them, laid out. */
  readonly dated?: DatedFiscal | undefined;
}

/** The calendar year in which the fiscal year of this name starts. */
export function startYear(nameYear: number, { startMonth, namedBy }: FiscalYear): number {
  return startMonth > 1 && namedBy === 'end' ? nameYear - 1 : nameYear;
}

/** How time is cut into periods. `fiscal` counts only for fiscal quarters and years. */
export interface Cadence {
  readonly every: Every;
  readonly fiscal: FiscalYear;
}

/** October to September, named by the year in which it ends: the fiscal year of Thailand and of the United States. */
export const OCTOBER_FISCAL_YEAR: FiscalYear = { startMonth: 10, namedBy: 'end' };

export const cadence = (every: Every, fiscal: FiscalYear = OCTOBER_FISCAL_YEAR): Cadence => ({ every, fiscal });

/**
 * A period is an integer on its cadence: consecutive periods have consecutive ordinals, so the previous one is
 * `ordinal - 1` whatever the calendar does.
 */
export type Ordinal = number;

const MONTHS: Partial<Record<Every, number>> = {
  month: 1,
  quarter: 3,
  half: 6,
  year: 12,
  'fiscal-quarter': 3,
  'fiscal-year': 12,
};

/** Months in a period; undefined for days and weeks, which months do not divide, and where years are of unlike length. */
export const monthsIn = (at: Cadence): number | undefined => (datedPeriods(at) ? undefined : MONTHS[at.every]);

/** The periods of a fiscal cadence whose years are not all of one length. */
function datedPeriods({ every, fiscal }: Cadence): DatedPeriods | undefined {
  if (every === 'fiscal-year') return fiscal.dated?.year;
  return every === 'fiscal-quarter' ? fiscal.dated?.quarter : undefined;
}

const isFiscal = (every: Every): boolean => every === 'fiscal-quarter' || every === 'fiscal-year';

/** True where a period is a whole year, so that the one before it is the year before. */
export const isYearly = ({ every }: Cadence): boolean => every === 'year' || every === 'fiscal-year';

/** Months from the start of the calendar year to the start of the cadence's year. */
export const monthShift = ({ every, fiscal }: Cadence): number => (isFiscal(every) ? fiscal.startMonth - 1 : 0);

export const monthNumber = ({ year, month }: { year: number; month: number }): number => year * 12 + month - 1;

const MONDAY = 3; // 1970-01-01 was a Thursday: day -3 is a Monday

/** The period that holds a date. */
export function ordinalOf(date: CivilDate, at: Cadence): Ordinal {
  if (at.every === 'day') return dayNumber(date);
  if (at.every === 'week') return Math.floor((dayNumber(date) + MONDAY) / 7);
  const dated = datedPeriods(at);
  if (dated) return datedOrdinal(monthNumber(date), dated);
  return Math.floor((monthNumber(date) - monthShift(at)) / (monthsIn(at) ?? 1));
}

/** The first day of a period. */
export function firstDay(ordinal: Ordinal, at: Cadence): CivilDate {
  if (at.every === 'day') return civilDate(ordinal);
  if (at.every === 'week') return civilDate(ordinal * 7 - MONDAY);
  const month = datedPeriods(at)?.starts[ordinal] ?? ordinal * (monthsIn(at) ?? 1) + monthShift(at);
  return { year: Math.floor(month / 12), month: (((month % 12) + 12) % 12) + 1, day: 1 };
}

/** The last day of a period. */
export function lastDay(ordinal: Ordinal, at: Cadence): CivilDate {
  return civilDate(dayNumber(firstDay(ordinal + 1, at)) - 1);
}

export function lengthInDays(ordinal: Ordinal, at: Cadence): number {
  return dayNumber(firstDay(ordinal + 1, at)) - dayNumber(firstDay(ordinal, at));
}

/** The same period of the year before, or null where there is none (29 February, week 53). */
export function yearBefore(ordinal: Ordinal, at: Cadence): Ordinal | null {
  const months = monthsIn(at);
  if (months !== undefined) return ordinal - 12 / months;
  if (at.every === 'week') return weekBefore(ordinal);
  if (at.every !== 'day') return datedBefore(ordinal, at);
  const { year, month, day } = civilDate(ordinal);
  return day > daysInMonth(year - 1, month) ? null : dayNumber({ year: year - 1, month, day });
}

/** The period of a dated calendar that begins twelve months earlier and is as long. */
function datedBefore(ordinal: Ordinal, at: Cadence): Ordinal | null {
  const { year, ...date } = firstDay(ordinal, at);
  const before = ordinalOf({ ...date, year: year - 1 }, at);
  const begins = firstDay(before, at);
  if (begins.year !== year - 1 || begins.month !== date.month) return null;
  return Math.abs(lengthInDays(before, at) - lengthInDays(ordinal, at)) <= 1 ? before : null;
}

function weekBefore(ordinal: Ordinal): Ordinal | null {
  const { year, week } = isoWeek(ordinal);
  const before = firstWeek(year - 1) + week - 1;
  return isoWeek(before).week === week ? before : null;
}

/** The ISO 8601 year and week: a week belongs to the year that holds its Thursday. */
export function isoWeek(ordinal: Ordinal): { year: number; week: number } {
  const { year } = civilDate(ordinal * 7 - MONDAY + 3);
  return { year, week: ordinal - firstWeek(year) + 1 };
}

/** The first week of an ISO year is the one with 4 January in it. */
export const firstWeek = (year: number): Ordinal => Math.floor((dayNumber({ year, month: 1, day: 4 }) + MONDAY) / 7);

/** The name of the fiscal year that starts in a calendar year. */
const fiscalName = (start: number, { fiscal: { startMonth, namedBy } }: Cadence): string =>
  yearsName(start, startMonth > 1 ? start + 1 : start, namedBy);

/** `2024-03-05`, `2024-W05`, `2024-03`, `2024-Q1`, `2024-H1`, `2024`, `FY2024-Q1` or `FY2024`. */
export function periodText(ordinal: Ordinal, at: Cadence): string {
  if (at.every === 'day') return dateText(civilDate(ordinal));
  if (at.every === 'week') {
    const { year, week } = isoWeek(ordinal);
    return `${year}-W${two(week)}`;
  }
  const dated = datedPeriods(at);
  if (dated) return dated.names[ordinal] ?? `FY?${ordinal}`;
  const perYear = 12 / (monthsIn(at) ?? 12);
  const part = ordinal - Math.floor(ordinal / perYear) * perYear + 1;
  const year = isFiscal(at.every)
    ? `FY${fiscalName(Math.floor(ordinal / perYear), at)}`
    : String(Math.floor(ordinal / perYear));
  return `${year}${{ 1: '', 2: `-H${part}`, 4: `-Q${part}` }[perYear] ?? `-${two(part)}`}`;
}

/** True where every period of `fine` lies inside one period of `coarse`. */
export function nests(fine: Cadence, coarse: Cadence): boolean {
  if (fine.every === 'day') return true;
  if (datedPeriods(coarse)) return fine.every === 'month' || fine.every === coarse.every;
  const [small, large] = [monthsIn(fine), monthsIn(coarse)];
  if (small === undefined || large === undefined) return fine.every === coarse.every;
  return large % small === 0 && (monthShift(coarse) - monthShift(fine)) % small === 0;
}
