import { type Cadence, cadence, dayNumber, lastDay, monthsIn, ordinalOf, type WindowSpec } from '../period/index.ts';
import { withPartials } from '../series/partial.ts';
import type { Series, SeriesSet } from '../series/series.ts';
import { datedReadings, type Ending, type Reading, readings } from './readings.ts';
import type { Break } from './window-change.ts';

/** The breaks of a series that must not be crossed, as periods of a cadence. */
export type BreaksOf = (series: Series, at: Cadence) => readonly Break[];

/** Every reading of a window of so many periods for one series of a set: to the last whole period, to the current one, to the day. */
export function allReadings(
  set: SeriesSet,
  at: number,
  spec: WindowSpec,
  daily: SeriesSet | null,
  breaksOf: BreaksOf,
): Reading[] {
  const series = set.series[at] as Series;
  const breaks = breaksOf(series, set.cadence);
  const whole = readings(series, set.cadence, spec, [completeEnding(set)], breaks);
  const included = withPartials({ ...set, series: [series] }, 'include').series[0] ?? series;
  const current = runningEnding(set).flatMap((ending) => readings(included, set.cadence, spec, [ending], breaks));
  const days = daily?.series[at];
  const months = monthsOf(spec, set.cadence);
  const dated =
    days && daily && months !== null
      ? datedReadings(days, daily.cadence, months, daily.covered.to, breaksOf(days, daily.cadence))
      : [];
  return [...whole, ...current, ...dated];
}

/** The last period that the source covers to its end. */
export function completeEnding({ cadence: at, covered }: Pick<SeriesSet, 'cadence' | 'covered'>): Ending {
  const last = ordinalOf(covered.to, at);
  const whole = dayNumber(lastDay(last, at)) <= dayNumber(covered.to);
  return { name: 'last complete period', ordinal: whole ? last : last - 1 };
}

/** The period still going on, where there is one. */
export function runningEnding({ cadence: at, covered }: Pick<SeriesSet, 'cadence' | 'covered'>): Ending[] {
  const last = ordinalOf(covered.to, at);
  return dayNumber(lastDay(last, at)) <= dayNumber(covered.to)
    ? []
    : [{ name: 'current period so far', ordinal: last }];
}

function monthsOf(spec: WindowSpec, at: Cadence): number | null {
  if (spec.kind !== 'last') return null;
  const months = monthsIn(cadence(spec.unit, at.fiscal));
  return months === undefined ? null : months * spec.count;
}
