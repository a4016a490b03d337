import {
  type Cadence,
  type CivilDate,
  cadence,
  dateText,
  dayNumber,
  firstDay,
  lastDay,
  writtenPeriod,
} from '../period/index.ts';
import { monthName } from '../period/month-names.ts';

/** Words of time with their years, or why they have none: the day of the claim is not known, or lies in what they name. */
export type Dated = { readonly text: string } | { readonly why: string };

const YEARLESS = /--([^\s.]+)/g;

/** Whether words leave open of which year they speak: `--03`, `since --Q1`, `last year`. */
export const isYearless = (words: string): boolean => /--|last year/.test(words);

/** `--03` in the year of its latest before the day of the claim, `last year` as its number. */
export function datedWindow(words: string, day: CivilDate | null): Dated {
  if (!isYearless(words)) return { text: words };
  if (day === null)
    return { why: `of which year ${named(words)} is, is not said; name its day with published, or window` };
  if (words.includes('last year')) return { text: words.replace('last year', String(day.year - 1)) };
  const parts = [...words.matchAll(YEARLESS)].map(([, part = '']) => part);
  const last = parts.at(-1) ?? '';
  const now = days(`${day.year}-${last}`);
  if (now && now.first <= dayNumber(day) && dayNumber(day) < now.last)
    return {
      why: `${named(words)} may be ${day.year}-${last}, which had not ended on ${dateText(day)}, or ${day.year - 1}-${last}; name it with window`,
    };
  const year = latest(last, day);
  return { text: words.replace(YEARLESS, (_, part: string) => `${year}-${part}`) };
}

/** A month named without its year is compared with the latest of that name before a window. */
export const earlierPeriod = (words: string, before: CivilDate): string =>
  words.replace(YEARLESS, (_, part: string) => `${latest(part, before)}-${part}`);

/** The year in which what is named had ended before a day. */
function latest(part: string, day: CivilDate): number {
  const now = days(`${day.year}-${part}`);
  return now && now.last <= dayNumber(day) ? day.year : day.year - 1;
}

function days(text: string): { first: number; last: number } | null {
  const period = writtenPeriod(text, { order: null, era: 'auto', fiscal: cadence('year').fiscal });
  if (!period) return null;
  const at: Cadence = cadence(period.every);
  return { first: dayNumber(firstDay(period.ordinal, at)), last: dayNumber(lastDay(period.ordinal, at)) };
}

/** `March`, `12 May`, `since Q1`: words of time as a reader knows them. */
export const named = (words: string): string =>
  `"${words.replace(YEARLESS, (_, part: string) => {
    const [, month, day] = /^(\d{2})(?:-(\d{2}))?$/.exec(part) ?? [];
    return month === undefined ? part : `${day === undefined ? '' : `${Number(day)} `}${monthName(Number(month))}`;
  })}"`;
