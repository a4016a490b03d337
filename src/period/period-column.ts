import { monthOfName } from './month-names.ts';
import {
  cadence,
  type Every,
  type FiscalYear,
  firstDay,
  nests,
  OCTOBER_FISCAL_YEAR,
  type Ordinal,
  ordinalOf,
} from './period.ts';
import {
  commonYear,
  type DateOrder,
  type Era,
  monthOfFiscalYear,
  needsDateOrder,
  possibleOrders,
  type WrittenPeriod,
  writtenPeriod,
} from './period-text.ts';

/** What the columns that tell the period hold: one text, or a year (calendar or fiscal) with or without a month. */
export type PeriodRole = 'text' | 'year' | 'fiscal-year' | 'month';

/** How an export writes its periods. */
export interface PeriodForm {
  readonly roles: readonly PeriodRole[];
  readonly every?: Every | undefined;
  readonly order?: DateOrder | undefined;
  readonly era?: Era | undefined;
  readonly fiscal?: FiscalYear | undefined;
}

/** One distinct key of the period columns: its raw texts, in the order of the roles. */
export type RawPeriod = readonly string[];

export interface PeriodColumn {
  /** The cadence of the source. */
  readonly every: Every;
  /** For each raw period its ordinal on that cadence, or null when it cannot be read. */
  readonly ordinals: readonly (Ordinal | null)[];
  /** What was decided from the whole column, in words. */
  readonly decisions: readonly string[];
}

/** Why a column of periods cannot be read as it stands. */
export interface PeriodProblem {
  readonly problem: string;
  readonly hint: string;
}

/** Reads all distinct periods of a source at once, so that order, era and cadence are decided from the whole column. */
export function periodColumn(raw: readonly RawPeriod[], form: PeriodForm): PeriodColumn | PeriodProblem {
  const order = form.order ?? dateOrder(raw, form);
  if (typeof order === 'object' && order !== null) return order;
  const written = raw.map((texts) => readPeriod(texts, form, order));
  const every = form.every ?? cadenceOf(written);
  if (typeof every === 'object') return every;
  const at = cadence(every, form.fiscal);
  const ordinals = written.map((period) => period && onCadence(period, at));
  return { every, ordinals, decisions: decisions(written, every, form, order) };
}

/** Decides the order of dates such as 03/04/2024 from all of them, or says that nothing decides it. */
function dateOrder(raw: readonly RawPeriod[], form: PeriodForm): DateOrder | null | PeriodProblem {
  const unclear = form.roles[0] === 'text' ? raw.map(([text]) => text ?? '').filter(needsDateOrder) : [];
  if (unclear.length === 0) return null;
  const fitting = unclear.map(possibleOrders);
  const only = (order: DateOrder) => unclear.find((_, i) => fitting[i]?.length === 1 && fitting[i][0] === order);
  const [dayFirst, monthFirst] = [only('dmy'), only('mdy')];
  const hint = 'say which with --date-order dmy or --date-order mdy';
  if (dayFirst !== undefined && monthFirst !== undefined) {
    return { problem: `dates of two orders: "${dayFirst}" is day first and "${monthFirst}" is month first`, hint };
  }
  if (dayFirst !== undefined) return 'dmy';
  const differing = unclear.find((text, i) => fitting[i]?.length === 2 && !sameBothWays(text));
  if (monthFirst !== undefined || differing === undefined) return 'mdy';
  return { problem: `dates such as "${differing}" can be day first or month first: every value fits both`, hint };
}

/** True for 01/01/2024 and its like. */
function sameBothWays(text: string): boolean {
  const [first, second] = text.trim().split(/[-/.]/);
  return Number(first) === Number(second);
}

function readPeriod(texts: RawPeriod, form: PeriodForm, order: DateOrder | null): WrittenPeriod | null {
  const fiscal = form.fiscal ?? OCTOBER_FISCAL_YEAR;
  const era = form.era ?? 'auto';
  if (form.roles[0] === 'text') return writtenPeriod(texts[0] ?? '', { order, era, fiscal });
  const yearAt = form.roles.findIndex((role) => role !== 'month');
  const year = /^(?:FY ?)?(\d{4})$/i.exec((texts[yearAt] ?? '').trim());
  const common = year && commonYear(Number(year[1]), era);
  if (!common) return null;
  const { buddhist } = common;
  const isFiscalYear = form.roles[yearAt] === 'fiscal-year';
  if (form.roles.length === 1) {
    const every = isFiscalYear ? 'fiscal-year' : 'year';
    const at = cadence(every, fiscal);
    const month = isFiscalYear ? monthOfFiscalYear(common.year, fiscal.startMonth, fiscal) : common.year * 12;
    return { every, ordinal: ordinalOf(firstDay(month, cadence('month')), at), buddhist };
  }
  const month = monthNumberOf(texts[1 - yearAt] ?? '');
  if (month === null) return null;
  const ordinal = isFiscalYear ? monthOfFiscalYear(common.year, month, fiscal) : common.year * 12 + month - 1;
  return { every: 'month', ordinal, buddhist };
}

function monthNumberOf(text: string): number | null {
  const clean = text.trim();
  const month = /^\d{1,2}$/.test(clean) ? Number(clean) : monthOfName(clean);
  return month !== undefined && month >= 1 && month <= 12 ? month : null;
}

/** The cadence that all periods share; days that are all the first of a month mean that month. */
function cadenceOf(written: readonly (WrittenPeriod | null)[]): Every | PeriodProblem {
  const kinds = [...new Set(written.flatMap((period) => (period ? [period.every] : [])))].sort();
  const [every] = kinds;
  if (every === undefined) return { problem: 'no value can be read as a period', hint: 'name the column with --date' };
  if (kinds.length > 1) {
    const hint = 'keep one kind with --where, or name another column with --date';
    return { problem: `the periods are of more than one kind: ${kinds.join(', ')}`, hint };
  }
  return every === 'day' && onlyFirstsOfMonth(written) ? 'month' : every;
}

function onlyFirstsOfMonth(written: readonly (WrittenPeriod | null)[]): boolean {
  const days = written.flatMap((period) => (period ? [period.ordinal] : []));
  return days.length > 1 && days.every((day) => firstDay(day, cadence('day')).day === 1);
}

function onCadence(period: WrittenPeriod, at: ReturnType<typeof cadence>): Ordinal | null {
  const from = cadence(period.every, at.fiscal);
  return nests(from, at) ? ordinalOf(firstDay(period.ordinal, from), at) : null;
}

function decisions(
  written: readonly (WrittenPeriod | null)[],
  every: Every,
  form: PeriodForm,
  order: DateOrder | null,
): string[] {
  const read = written.filter((period) => period !== null);
  const buddhist = read.filter((period) => period.buddhist).length;
  const made: string[] = [];
  if (order !== null && form.order === undefined) {
    made.push(
      `dates are read ${order === 'dmy' ? 'day first' : 'month first'}: the only order that fits the whole column`,
    );
  }
  if (form.every === undefined && every === 'month' && read.some((period) => period.every === 'day')) {
    made.push('every date is the first of a month, so each is read as that month');
  }
  if (buddhist > 0 && buddhist === read.length) made.push('years are of the Buddhist era (2567 is 2024)');
  if (buddhist > 0 && buddhist < read.length) {
    made.push(`years of two eras: ${buddhist} periods are Buddhist and ${read.length - buddhist} are common era`);
  }
  return made;
}
