import { completeEnding, runningEnding } from '../analyses/all-readings.ts';
import { without } from '../analyses/change-between.ts';
import { divide, type Exact, sign } from '../math/exact.ts';
import {
  type Cadence,
  monthsIn,
  resolvedWindow,
  type Window,
  windowDays,
  windowSpec,
  windowText,
} from '../period/index.ts';
import type { Series, SeriesSet } from '../series/series.ts';
import { windowValue } from '../series/window-value.ts';
import type { RankedReading } from './claim-readings.ts';
import { claimWindow, otherCalendar } from './claim-window.ts';
import type { Evidence } from './evidence.ts';

/** Every defensible reading of what a measure amounts to over a window, the plain one first; or why there is none. */
export function claimLevels(over: string, per: string | null, evidence: Evidence): RankedReading[] | string {
  const { set } = evidence;
  const window = claimWindow(over, set.cadence.fiscal);
  if (!window) return `"${over}" is not a window`;
  const days = evidence.daily();
  const sets = days ? [set, days] : [set];
  const spec = window.kind === 'since' ? null : window.spec;
  const other = otherCalendar(window.text);
  const otherSpec = other === null ? null : windowSpec(other, set.cadence.fiscal);
  const named = window.text.startsWith('FY') ? 'over the calendar year' : 'over the fiscal year';
  const found = sets.map((one) => {
    const ending = completeEnding(one);
    if (spec === null) return sinceLevels(window.kind === 'since' ? window.from : null, one, per);
    const endings = spec.kind === 'last' ? [ending, ...runningEnding(one)] : [ending];
    return [
      ...endings.flatMap((end) =>
        level('over the window', end, resolvedWindow(spec, end.ordinal, one.cadence), one, per),
      ),
      ...(otherSpec
        ? level(
            named,
            { ...ending, name: 'as named' },
            resolvedWindow(otherSpec, ending.ordinal, one.cadence),
            one,
            per,
          )
        : []),
    ];
  });
  const first = found.find((readings) => readings.length > 0);
  if (!first) return `the window ${window.text} is not made of whole ${set.cadence.every}s, which the source has`;
  return first.map((reading, i) => ({ ...reading, isPlain: i === 0 }));
}

type Level = Omit<RankedReading, 'isPlain'>;

function sinceLevels(from: Parameters<typeof resolvedWindow>[0] | null, set: SeriesSet, per: string | null): Level[] {
  const ending = completeEnding(set);
  const start = from && resolvedWindow(from, ending.ordinal, set.cadence);
  return start ? level('over the window', ending, { first: start.first, last: ending.ordinal }, set, per) : [];
}

/** A window that goes on beyond its source is told as far as that goes. */
export const SO_FAR = ', as far as the source goes';

function level(
  name: string,
  ending: { readonly name: string; readonly ordinal: number },
  whole: Window | null,
  set: SeriesSet,
  per: string | null,
): Level[] {
  if (!whole) return [];
  const isCut = whole.first <= ending.ordinal && ending.ordinal < whole.last;
  const window = isCut ? { first: whole.first, last: ending.ordinal } : whole;
  const series = set.series[0] as Series;
  const { value } = windowValue(series, window);
  const current = per === null || value === null ? value : rate(value, window, set.cadence, per);
  const text = windowText(window, set.cadence);
  return [
    {
      name: isCut ? `${name}${SO_FAR}` : name,
      ending: isCut ? 'as named' : ending.name,
      windows: [text, text],
      base: null,
      current,
      change: without('no-earlier-period'),
      spans: { base: window, current: window },
      series,
      cadence: set.cadence,
    },
  ];
}

const MONTHS: Readonly<Record<string, number>> = { month: 1, quarter: 3, year: 12 };

/** A sum over a window for each day, week, month, quarter or year of it; null where the window has no such parts. */
function rate(value: Exact, window: Window, at: Cadence, per: string): Exact | null {
  if (per === 'day') return divide(value, windowDays(window, at));
  if (per === 'week') return divide(value, divide(windowDays(window, at), 7));
  const months = (monthsIn(at) ?? 0) * (window.last - window.first + 1);
  const parts = divide(months, MONTHS[per] ?? 1);
  return sign(parts) > 0 ? divide(value, parts) : null;
}
