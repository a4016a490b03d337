import {
  type Cadence,
  type CivilDate,
  cadence,
  dayNumber,
  firstDay,
  lastDay,
  monthsUpTo,
  type WindowSpec,
  windowSpec,
  writtenPeriod,
} from '../period/index.ts';

/** A window that words name, as far as it can be said before the series is read. */
export type ClaimWindow =
  | { readonly kind: 'spec'; readonly spec: WindowSpec; readonly text: string }
  | { readonly kind: 'since'; readonly from: WindowSpec; readonly text: string };

/** What words of time are relative to: the last day known, and the fiscal year. */
export interface Present {
  readonly day: CivilDate;
  readonly fiscal: Cadence['fiscal'];
}

/** Reads the notation of windows, `6m`, `12m to 2024-09`, `since 2024-01`, `ytd`, `last year`, `--03`; null where it is none. */
export function claimWindow(words: string, present: Present): ClaimWindow | null {
  const text = dated(words.trim(), present);
  const since = /^since (.+)$/.exec(text)?.[1];
  if (since !== undefined) {
    const from = windowSpec(since, present.fiscal);
    return from && { kind: 'since', from, text };
  }
  const [, count, unit, end] = /^(\d+)([dwmqhy]) to (.+)$/.exec(text) ?? [];
  const spec = end === undefined ? windowSpec(text, present.fiscal) : upTo(Number(count), unit ?? 'm', end);
  return spec && { kind: 'spec', spec, text };
}

/** Whether words name a window at all, in whatever year. */
export const isWindow = (words: string): boolean =>
  claimWindow(words, { day: { year: 2000, month: 12, day: 31 }, fiscal: cadence('year').fiscal }) !== null;

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

/** Words with their year: "last year", and a month, quarter or half without one is the latest that had ended. */
function dated(words: string, { day }: Present): string {
  if (words === 'last year') return String(day.year - 1);
  const range = /^--(\S+)\.\.--(\S+)$/.exec(words);
  if (range) {
    const year = hasEnded(`${day.year}-${range[2]}`, day) ? day.year : day.year - 1;
    return `${year}-${range[1]}..${year}-${range[2]}`;
  }
  return words.replace(/(^|\s)--(\S+)/g, (_, before: string, rest: string) => {
    const isSince = /^since/.test(words);
    const year = (isSince ? hasBegun : hasEnded)(`${day.year}-${rest}`, day) ? day.year : day.year - 1;
    return `${before}${year}-${rest}`;
  });
}

const hasEnded = (text: string, day: CivilDate): boolean => compared(text, day, lastDay) <= 0;
const hasBegun = (text: string, day: CivilDate): boolean => compared(text, day, firstDay) <= 0;

function compared(text: string, day: CivilDate, end: typeof lastDay): number {
  const period = writtenPeriod(text, { order: null, era: 'auto', fiscal: cadence('year').fiscal });
  return period ? dayNumber(end(period.ordinal, cadence(period.every))) - dayNumber(day) : 1;
}

/** The same year, quarter or half by the other calendar: FY2024 for 2024; null where a window is no such period. */
export function otherCalendar(text: string): string | null {
  const fiscal = /^FY(\d{4})(-Q[1-4])?$/.exec(text);
  if (fiscal) return `${fiscal[1]}${fiscal[2] ?? ''}`;
  return /^\d{4}(?:-Q[1-4])?$/.test(text) ? `FY${text}` : null;
}

/** A month named without its year is compared with the latest of that name before a window. */
export function earlierPeriod(words: string, before: CivilDate): string {
  return dated(words, { day: before, fiscal: cadence('year').fiscal });
}
