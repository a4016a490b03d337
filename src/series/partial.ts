import { divide, type Exact, multiply } from '../math/exact.ts';
import { type Cadence, type CivilDate, dayNumber, firstDay, lengthInDays, type Ordinal } from '../period/index.ts';
import { type Flag, lastOrdinal, type Series, type SeriesSet } from './series.ts';

/** What to do with a period that the source does not cover to its end. */
export const PARTIAL_POLICIES = ['withhold', 'to-date', 'scaled', 'include'] as const;

export type PartialPolicy = (typeof PARTIAL_POLICIES)[number];

/** Lets partial last periods be compared, as they are or scaled to their whole length; both are marked. */
export function withPartials(set: SeriesSet, policy: 'scaled' | 'include'): SeriesSet {
  return { ...set, series: set.series.map((series) => freed(series, set, policy)) };
}

function freed(series: Series, { cadence, covered }: SeriesSet, policy: 'scaled' | 'include'): Series {
  const last = series.values.length - 1;
  if (!series.flags[last]?.includes('partial')) return series;
  const additive = series.measure.statistic === 'sum' || series.measure.statistic === 'count';
  const value = series.values[last] ?? null;
  const whole =
    policy === 'scaled' && additive && value !== null ? scaled(value, lastOrdinal(series), cadence, covered.to) : value;
  const mark: Flag = policy === 'scaled' ? 'scaled' : 'part-included';
  const flags = series.flags[last].map((flag) => (flag === 'partial' ? mark : flag));
  return { ...series, values: series.values.with(last, whole), flags: series.flags.with(last, flags) };
}

/** The value by days covered, for all days of the period. */
function scaled(value: Exact, ordinal: Ordinal, cadence: Cadence, to: CivilDate): Exact {
  const observed = dayNumber(to) - dayNumber(firstDay(ordinal, cadence)) + 1;
  return observed <= 0 ? value : divide(multiply(value, lengthInDays(ordinal, cadence)), observed);
}

/** Marks the periods from one on as still open to late records. */
export function withProvisional(set: SeriesSet, from: Ordinal): SeriesSet {
  const series = set.series.map((one) => {
    const flags = one.flags.map((flags, i): readonly Flag[] =>
      one.first + i >= from ? [...flags, 'provisional'] : flags,
    );
    return { ...one, flags };
  });
  return { ...set, series };
}
