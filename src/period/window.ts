import { type CivilDate, civilDate, dayNumber, daysInMonth } from './civil-date.ts';
import {
  type Cadence,
  cadence,
  type Every,
  type FiscalYear,
  firstDay,
  lastDay,
  monthsIn,
  nests,
  type Ordinal,
  ordinalOf,
  periodText,
  yearBefore,
} from './period.ts';
import { writtenPeriod } from './period-text.ts';

/** A run of consecutive periods on a cadence, both ends included. */
export interface Window {
  readonly first: Ordinal;
  readonly last: Ordinal;
}

/** A window as it is asked for: the last so many periods, from the start of a year to date, or named ends. */
export type WindowSpec =
  | { readonly kind: 'last'; readonly count: number; readonly unit: Every }
  | { readonly kind: 'to-date'; readonly unit: 'year' | 'fiscal-year' }
  | { readonly kind: 'range'; readonly from: number; readonly to: number; readonly isWeeks?: boolean };

const UNITS: Readonly<Record<string, Every>> = {
  d: 'day',
  w: 'week',
  m: 'month',
  q: 'quarter',
  h: 'half',
  y: 'year',
  fq: 'fiscal-quarter',
  fy: 'fiscal-year',
};

/** Reads `6m`, `1q`, `2h`, `1y`, `90d`, `4w`, `1fq`, `1fy`, `ytd`, `fytd`, `2024-03..2024-08` or one period; null for anything else. */
export function windowSpec(text: string, fiscal: FiscalYear): WindowSpec | null {
  const last = /^([1-9]\d{0,3})([dwmqhy]|f[qy])$/i.exec(text);
  if (last) return { kind: 'last', count: Number(last[1]), unit: UNITS[last[2]?.toLowerCase() ?? ''] ?? 'month' };
  if (text === 'ytd') return { kind: 'to-date', unit: 'year' };
  if (text === 'fytd') return { kind: 'to-date', unit: 'fiscal-year' };
  const [start = '', end = start, ...more] = text.split(/\.\.|…/);
  const rules = { order: null, era: 'auto', fiscal } as const;
  const [from, to] = [writtenPeriod(start, rules), writtenPeriod(end, rules)];
  if (!from || !to || more.length > 0) return null;
  const fromDay = dayNumber(firstDay(from.ordinal, cadence(from.every, fiscal)));
  const toDay = dayNumber(lastDay(to.ordinal, cadence(to.every, fiscal)));
  const isWeeks = from.every === 'week' && to.every === 'week';
  return fromDay > toDay ? null : { kind: 'range', from: fromDay, to: toDay, ...(isWeeks && { isWeeks }) };
}

/** The window that a spec means on a cadence, ending with or before the period `ending`; null where it does not fit. */
export function resolvedWindow(spec: WindowSpec, ending: Ordinal, at: Cadence): Window | null {
  if (spec.kind === 'range') return rangeWindow(spec, at);
  const unit = cadence(spec.unit, at.fiscal);
  if (!nests(at, unit)) return null;
  if (spec.kind === 'to-date')
    return { first: ordinalOf(firstDay(ordinalOf(lastDay(ending, at), unit), unit), at), last: ending };
  const last = lastWhole(ending, at, unit);
  return between(last - spec.count + 1, last, unit, at);
}

/** The last period of `unit` that ends no later than the period `ending`. */
function lastWhole(ending: Ordinal, at: Cadence, unit: Cadence): Ordinal {
  const holding = ordinalOf(lastDay(ending, at), unit);
  return dayNumber(lastDay(holding, unit)) <= dayNumber(lastDay(ending, at)) ? holding : holding - 1;
}

const between = (first: Ordinal, last: Ordinal, unit: Cadence, at: Cadence): Window => ({
  first: ordinalOf(firstDay(first, unit), at),
  last: ordinalOf(lastDay(last, unit), at),
});

function rangeWindow({ from, to }: { from: number; to: number }, at: Cadence): Window | null {
  const window = { first: ordinalOf(civilDate(from), at), last: ordinalOf(civilDate(to), at) };
  const whole = dayNumber(firstDay(window.first, at)) === from && dayNumber(lastDay(window.last, at)) === to;
  return whole ? window : null;
}

/** The window of the same kind that ends just before: the quarter before a quarter, else as many periods. */
export function previousWindow(window: Window, spec: WindowSpec, at: Cadence): Window {
  if (spec.kind === 'last') {
    const unit = cadence(spec.unit, at.fiscal);
    const first = ordinalOf(firstDay(window.first, at), unit);
    return between(first - spec.count, first - 1, unit, at);
  }
  const length = window.last - window.first + 1;
  return { first: window.first - length, last: window.first - 1 };
}

/** The same window of the year before; null where there is none. */
export function windowYearBefore(window: Window, at: Cadence): Window | null {
  if (at.every === 'day') return { first: dayYearBefore(window.first), last: dayYearBefore(window.last) };
  const [first, last] = [yearBefore(window.first, at), yearBefore(window.last, at)];
  return first === null || last === null ? null : { first, last };
}

/** 29 February becomes 28 February. */
function dayYearBefore(day: Ordinal): Ordinal {
  return yearBefore(day, cadence('day')) ?? dayYearBefore(day - 1);
}

export function windowDays({ first, last }: Window, at: Cadence): number {
  return dayNumber(lastDay(last, at)) - dayNumber(firstDay(first, at)) + 1;
}

/** The days of the last `months` months up to a day, that day included: to 20 June, from 21 December; to the end of June, from January. */
export function monthsUpTo(end: CivilDate, months: number): Window {
  const month = end.year * 12 + end.month - 1 - months;
  const [year, of] = [Math.floor(month / 12), (((month % 12) + 12) % 12) + 1];
  const isMonthEnd = end.day === daysInMonth(end.year, end.month);
  const before = {
    year,
    month: of,
    day: isMonthEnd ? daysInMonth(year, of) : Math.min(end.day, daysInMonth(year, of)),
  };
  return { first: dayNumber(before) + 1, last: dayNumber(end) };
}

/** `2025-03…2025-08 (6 months, 184 days)`. */
export function windowText(window: Window, at: Cadence): string {
  const periods = window.last - window.first + 1;
  const ends = [window.first, window.last].map((ordinal) => periodText(ordinal, at));
  const days = windowDays(window, at);
  const unit = at.every === 'half' ? 'half-year' : at.every.replace('-', ' ');
  const length = at.every === 'day' ? '' : `${periods} ${unit}${periods === 1 ? '' : 's'}, `;
  return `${periods === 1 ? ends[0] : ends.join('…')} (${length}${days} day${days === 1 ? '' : 's'})`;
}

/** The cadence on which a window of this unit is to be read: days for days, weeks for weeks, else as it is. */
function unitOf(spec: WindowSpec): Every | null {
  if (spec.kind === 'range') return spec.isWeeks ? 'week' : null;
  return spec.kind === 'last' && monthsIn(cadence(spec.unit)) === undefined ? spec.unit : null;
}

/**
 * The cadence on which windows are compared: that of the source where they are made of whole periods of it, weeks or days
 * where they are named so, and days where one begins or ends inside a period and the source has them.
 */
export function windowCadence(specs: readonly WindowSpec[], at: Cadence, finest: Every): Every {
  const isWhole = (every: Every) => specs.every((spec) => resolvedWindow(spec, 0, cadence(every, at.fiscal)) !== null);
  const [first] = specs;
  const named = first?.kind === 'last' ? unitOf(first) : null;
  if (named !== null || finest !== 'day' || isWhole(at.every)) return named ?? at.every;
  return specs.every((spec) => unitOf(spec) === 'week') ? 'week' : 'day';
}
