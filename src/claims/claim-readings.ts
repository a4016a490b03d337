import { allReadings, completeEnding } from '../analyses/all-readings.ts';
import { comparedIn, type Reading } from '../analyses/readings.ts';
import { breaksIn } from '../analyses/window-change.ts';
import {
  type Cadence,
  firstDay,
  lastDay,
  previousWindow,
  resolvedWindow,
  type Window,
  type WindowSpec,
  windowDays,
  windowSpec,
  windowYearBefore,
} from '../period/index.ts';
import type { Series, SeriesSet } from '../series/series.ts';
import { type ClaimWindow, claimWindow, otherCalendar } from './claim-window.ts';
import { earlierPeriod } from './dated-window.ts';
import type { Evidence } from './evidence.ts';

/** A reading, and whether the words mean it first of all. */
export interface RankedReading extends Reading {
  readonly isPlain: boolean;
}

const BEFORE = 'against the window before';
const YEAR = 'against the same window a year before';

/** Every defensible reading of a change over a window, the plain one first; or why there is none. */
export function claimReadings(over: string, against: string | null, evidence: Evidence): RankedReading[] | string {
  const { set } = evidence;
  const window = claimWindow(over, set.cadence.fiscal);
  if (!window) return `"${over}" is not a window`;
  const found = window.kind === 'since' ? sinceReadings(window, evidence) : specReadings(window, against, evidence);
  if (found.length === 0) return whyNone(window, against, evidence);
  const said = against === 'previous' || against === 'year' ? found.filter(({ name }) => isSaid(name, against)) : found;
  const kept = said.length > 0 ? said : found;
  const plain = window.kind === 'spec' && window.spec.kind === 'to-date' ? YEAR : kept[0]?.name;
  const at = kept.findIndex(({ name }) => name === plain);
  return kept.map((reading, i) => ({ ...reading, isPlain: i === Math.max(0, at) }));
}

/** Why a window has no reading: the source has no such periods, or the two windows are not of one length. */
function whyNone(window: ClaimWindow, against: string | null, evidence: Evidence): string {
  const isHere = window.kind === 'since' || specReadings(window, null, evidence).length > 0;
  return isHere && against !== null
    ? `${window.text} and ${against} are not of one length, so they are not compared`
    : `the window ${window.text} is not made of whole ${evidence.set.cadence.every}s, which the source has`;
}

/** What the words "than before" and "than a year before" leave open. */
function isSaid(name: string, against: string): boolean {
  const isYear = name.startsWith(YEAR);
  return against === 'year' ? isYear : !isYear;
}

const breaksOf =
  ({ breaksAt }: Evidence) =>
  (series: Series, at: Cadence) =>
    breaksIn(series, { breaks: breaksAt(at), acrossBreaks: false });

function specReadings(window: ClaimWindow & { kind: 'spec' }, against: string | null, evidence: Evidence): Reading[] {
  const { set } = evidence;
  const { spec } = window;
  const isNamed = against !== null && against !== 'previous' && against !== 'year';
  if (spec.kind === 'last' && !isNamed) {
    const cut = resolvedWindow(spec, completeEnding(set).ordinal, set.cadence);
    return cut ? allReadings(set, 0, spec, evidence.daily(), breaksOf(evidence)) : onDays(spec, evidence);
  }
  const here = [set, evidence.daily()].flatMap((one) => (one ? [namedReadings(one, spec, against, evidence, '')] : []));
  const other = otherCalendar(window.text);
  const otherSpec = other === null ? null : windowSpec(other, set.cadence.fiscal);
  const kind = window.text.startsWith('FY') ? ', by the calendar' : ', by the fiscal year';
  const others = otherSpec ? namedReadings(set, otherSpec, otherAgainst(against), evidence, kind) : [];
  return [...(here.find((found) => found.length > 0) ?? []), ...others];
}

const otherAgainst = (against: string | null): string | null =>
  against === null ? null : (otherCalendar(against) ?? against);

/** Weeks and days are read by day. */
function onDays(spec: WindowSpec, evidence: Evidence): Reading[] {
  const daily = evidence.daily();
  return daily && spec.kind === 'last' && spec.unit === 'day'
    ? allReadings(daily, 0, spec, null, breaksOf(evidence))
    : [];
}

/** The readings of a window with named ends. */
function namedReadings(
  set: SeriesSet,
  spec: WindowSpec,
  against: string | null,
  evidence: Evidence,
  kind: string,
): Reading[] {
  const { cadence: at } = set;
  const series = set.series[0] as Series;
  const ending = { ...completeEnding(set), name: 'as named' };
  const current = resolvedWindow(spec, ending.ordinal, at);
  if (!current) return [];
  const compared = comparedIn(series, at, breaksOf(evidence)(series, at));
  const one = (name: string, base: Window) => compared(`${name}${kind}`, ending, base, current);
  if (against !== null && against !== 'previous' && against !== 'year') {
    const named = claimWindow(earlierPeriod(against, firstDay(current.first, at)), at.fiscal);
    const base = named?.kind === 'spec' ? resolvedWindow(named.spec, ending.ordinal, at) : null;
    const same = base && sameWindowIn(against, current, at);
    if (same) return [one(`against the same window of ${against}`, same)];
    return base && isAsLong(base, current, at) ? [one(`against ${against}`, base)] : [];
  }
  const before = previousWindow(current, spec, at);
  const yearBefore = windowYearBefore(current, at);
  const isSame = yearBefore?.first === before.first && yearBefore.last === before.last;
  const single = (ordinal: number): Window => ({ first: ordinal, last: ordinal });
  return [
    ...(isSame && against === 'year' ? [] : [one(BEFORE, before)]),
    ...(yearBefore && (!isSame || against === 'year') ? [one(YEAR, yearBefore)] : []),
    ...(current.last > current.first && kind === ''
      ? [
          compared(
            `last period against the first of the window${kind}`,
            ending,
            single(current.first),
            single(current.last),
          ),
        ]
      : []),
  ];
}

/** A sum over a year is not compared with one over a month; a month may be a day longer than another. */
function isAsLong(base: Window, current: Window, at: Cadence): boolean {
  const [a, b] = [windowDays(base, at), windowDays(current, at)];
  return Math.abs(a - b) <= Math.max(3, b / 20);
}

/** The same part of an earlier year: half of 2025 is not held against the whole of 2024. Null where it is no part of a year. */
function sameWindowIn(year: string, window: Window, at: Cadence): Window | null {
  const back = lastDay(window.last, at).year - Number(year);
  if (!/^\d{4}$/.test(year) || back <= 0 || windowDays(window, at) >= 365) return null;
  let found: Window | null = window;
  for (let i = 0; i < back && found; i++) found = windowYearBefore(found, at);
  return found;
}

/** Since a period: the last whole period against it, against the one before it, and the run since against the runs before. */
function sinceReadings({ from }: ClaimWindow & { kind: 'since' }, evidence: Evidence): Reading[] {
  const { set } = evidence;
  const { cadence: at } = set;
  const series = set.series[0] as Series;
  const ending = completeEnding(set);
  const start = resolvedWindow(from, ending.ordinal, at);
  if (!start || start.last > ending.ordinal) return [];
  const compared = comparedIn(series, at, breaksOf(evidence)(series, at));
  const length = start.last - start.first + 1;
  const last: Window = { first: ending.ordinal - length + 1, last: ending.ordinal };
  const run: Window = { first: start.first, last: ending.ordinal };
  const before: Window = { first: start.first - length, last: start.first - 1 };
  const yearBefore = windowYearBefore(run, at);
  return [
    compared('last period against the one named', ending, start, last),
    compared('last period against the one before it', ending, before, last),
    compared(BEFORE, ending, previousWindow(run, { kind: 'range', from: 0, to: 0 }, at), run),
    ...(yearBefore ? [compared(YEAR, ending, yearBefore, run)] : []),
  ];
}
