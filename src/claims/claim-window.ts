import {
  type Cadence,
  type CivilDate,
  cadence,
  dayNumber,
  lastDay,
  monthsUpTo,
  type WindowSpec,
  windowSpec,
  writtenPeriod,
} from '../period/index.ts';
import { earlierPeriod } from './dated-window.ts';

/** A window that words name, as far as it can be said before the series is read. */
export type ClaimWindow =
  | { readonly kind: 'spec'; readonly spec: WindowSpec; readonly text: string }
  | { readonly kind: 'since'; readonly from: WindowSpec; readonly text: string };

/** Reads the notation of windows, `6m`, `12m to 2024-09`, `since 2024-01`, `ytd`, all with their years; null where it is none. */
export function claimWindow(words: string, fiscal: Cadence['fiscal']): ClaimWindow | null {
  const text = words.trim();
  const since = /^since (.+)$/.exec(text)?.[1];
  if (since !== undefined) {
    const from = windowSpec(since, fiscal);
    return from && { kind: 'since', from, text };
  }
  const [, count, unit, end] = /^(\d+)([dwmqhy]) to (.+)$/.exec(text) ?? [];
  const spec = end === undefined ? windowSpec(text, fiscal) : upTo(Number(count), unit ?? 'm', end);
  return spec && { kind: 'spec', spec, text };
}

/** Whether words name a window at all, in whatever year. */
export const isWindow = (words: string): boolean =>
  claimWindow(earlierPeriod(words, SOME_DAY).replace('last year', '1999'), cadence('year').fiscal) !== null;

const SOME_DAY: CivilDate = { year: 2000, month: 12, day: 31 };

const MONTHS: Readonly<Record<string, number>> = { m: 1, q: 3, h: 6, y: 12 };

/** The months, or weeks, that end with a period. */
function upTo(count: number, unit: string, end: string): WindowSpec | null {
  const period = writtenPeriod(end, { order: null, era: 'auto', fiscal: cadence('year').fiscal });
  if (!period) return null;
  const last = lastDay(period.ordinal, cadence(period.every));
  const months = MONTHS[unit];
  const days = unit === 'w' ? 7 * count : count;
  const { first, last: to } =
    months === undefined
      ? { first: dayNumber(last) - days + 1, last: dayNumber(last) }
      : monthsUpTo(last, months * count);
  return { kind: 'range', from: first, to };
}

/** The same year, quarter or half by the other calendar: FY2024 for 2024; null where a window is no such period. */
export function otherCalendar(text: string): string | null {
  const fiscal = /^FY(\d{4})(-Q[1-4])?$/.exec(text);
  if (fiscal) return `${fiscal[1]}${fiscal[2] ?? ''}`;
  return /^\d{4}(?:-Q[1-4])?$/.test(text) ? `FY${text}` : null;
}
