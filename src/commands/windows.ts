import { EXIT, UserError } from '../errors.ts';
import {
  type Cadence,
  cadence,
  dayNumber,
  type Every,
  type FiscalYear,
  firstDay,
  lastDay,
  type Ordinal,
  ordinalOf,
  periodText,
  previousWindow,
  resolvedWindow,
  type Window,
  type WindowSpec,
  windowSpec,
  windowYearBefore,
  writtenPeriod,
} from '../period/index.ts';
import type { SeriesSet } from '../series/series.ts';

export interface WindowOptions {
  readonly window?: string;
  readonly against?: string;
  readonly ending?: string;
}

/** The windows of a comparison, as far as words tell them. */
export interface WindowsAsked {
  readonly current: WindowSpec;
  readonly against: 'previous' | 'year' | WindowSpec;
}

/** What is compared where the user names no window. */
const DEFAULTS: Readonly<Record<Every, string>> = {
  day: '30d',
  week: '4w',
  month: '6m',
  quarter: '2q',
  half: '1h',
  year: '1y',
  'fiscal-quarter': '1fq',
  'fiscal-year': '1fy',
};

/** Reads `--window` and `--against`. */
export function windowsAsked(
  { window, against = 'previous' }: WindowOptions,
  every: Every,
  fiscal: FiscalYear,
): WindowsAsked {
  const spec = (flag: string, text: string): WindowSpec => {
    const read = windowSpec(text, fiscal);
    if (read) return read;
    throw new UserError(`${flag} ${text} is not a window`, {
      hint: 'write 6m, 1q, 2h, 1y, 90d, 1fy, ytd, fytd, or two periods such as 2024-03..2024-08',
    });
  };
  const current = spec('--window', window ?? DEFAULTS[every]);
  if (against === 'previous' || against === 'year') return { current, against };
  return { current, against: spec('--against', against) };
}

/** The windows that are asked for by themselves, the current one first. */
export const specsOf = ({ current, against }: WindowsAsked): WindowSpec[] =>
  typeof against === 'string' ? [current] : [current, against];

/** The last period that the source covers to its end, or the one that `--ending` names. */
export function endingPeriod(
  { ending }: WindowOptions,
  { cadence: at, covered }: SeriesSet,
  partials: boolean,
): Ordinal {
  const last = ordinalOf(covered.to, at);
  if (ending === undefined) return partials || isWhole(last, covered.to, at) ? last : last - 1;
  const written = writtenPeriod(ending, { order: null, era: 'auto', fiscal: at.fiscal });
  if (!written) throw new UserError(`--ending ${ending} is not a period`, { hint: 'write 2025-08, 2025-Q2 or 2025' });
  const named = ordinalOf(lastDay(written.ordinal, cadence(written.every, at.fiscal)), at);
  if (named <= last) return named;
  throw new UserError(`--ending ${ending}: the source ends in ${periodText(last, at)}`, {
    exitCode: EXIT.tooLittleData,
  });
}

const isWhole = (ordinal: Ordinal, to: SeriesSet['covered']['to'], at: Cadence): boolean =>
  dayNumber(lastDay(ordinal, at)) <= dayNumber(to);

/** Both windows on the cadence of the series, and the one a year before the current. */
export function comparedWindows(asked: WindowsAsked, ending: Ordinal, at: Cadence) {
  const current = resolved('--window', asked.current, ending, at);
  const yearBefore = asLong(windowYearBefore(current, at), current, asked.current, at);
  const base = baseWindow(asked, current, yearBefore, ending, at);
  return { current, base, yearBefore: sameWindow(base, yearBefore) ? null : yearBefore };
}

/** The last 90 days of a year are compared with 90 days of the year before, whether or not a 29 February lies in one. */
function asLong(
  before: Window | null,
  { first, last }: Window,
  { kind }: WindowSpec,
  { every }: Cadence,
): Window | null {
  return before && kind === 'last' && every === 'day'
    ? { first: before.last - (last - first), last: before.last }
    : before;
}

function baseWindow(
  { current: spec, against }: WindowsAsked,
  current: Window,
  yearBefore: Window | null,
  ending: Ordinal,
  at: Cadence,
): Window {
  if (against === 'previous') return previousWindow(current, spec, at);
  if (against !== 'year') return resolved('--against', against, ending, at);
  if (yearBefore) return yearBefore;
  throw new UserError('--against year: the year before has no such window', {
    hint: 'name it: --against 2023-W01..2023-W04',
  });
}

function resolved(flag: string, spec: WindowSpec, ending: Ordinal, at: Cadence): Window {
  const window = resolvedWindow(spec, ending, at);
  if (window) return window;
  throw new UserError(`${flag}: the window is not made of whole ${at.every}s, which the source has`, {
    hint: `name the ${at.every}s that it begins and ends with, such as ${periodText(ending - 1, at)}..${periodText(ending, at)}`,
  });
}

const sameWindow = (a: Window, b: Window | null): boolean => a.first === b?.first && a.last === b.last;

/** The days of a current window up to where the source ends, and the same days of its base; all of both where it is whole. */
export function toDate(
  { current, base }: { current: Window; base: Window },
  { to }: SeriesSet['covered'],
  at: Cadence,
) {
  const [currentEnd, baseEnd] = [current, base].map(({ last }) => dayNumber(lastDay(last, at))) as [number, number];
  const end = Math.min(dayNumber(to), currentEnd);
  const into = end - dayNumber(firstDay(current.last, at));
  const sameDay = end === currentEnd ? baseEnd : Math.min(dayNumber(firstDay(base.last, at)) + into, baseEnd);
  const days = (window: Window, last: number): Window => ({ first: dayNumber(firstDay(window.first, at)), last });
  const found = { current: days(current, end), base: days(base, sameDay) };
  if (into < 0 || found.base.last < found.base.first) {
    throw new UserError(`--partial to-date: the source ends before ${periodText(current.last, at)}`, {
      hint: 'choose a window that has begun',
      exitCode: EXIT.tooLittleData,
    });
  }
  return found;
}
