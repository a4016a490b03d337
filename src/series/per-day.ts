import { divide } from '../math/exact.ts';
import { dayNumber, firstDay, lastDay, type Ordinal } from '../period/index.ts';
import type { SeriesSet } from './series.ts';

/** Each value divided by the days of its period that the source covers, so that months of unequal length compare. */
export function perDay(set: SeriesSet): SeriesSet {
  return {
    ...set,
    perDay: true,
    series: set.series.map((series) => ({
      ...series,
      measure: { ...series.measure, unit: `${series.measure.unit} per day` },
      values: series.values.map((value, i) =>
        value === null ? null : divide(value, coveredDays(series.first + i, set)),
      ),
    })),
  };
}

/** A period that only touches the covered days, as one whose extent is not known, counts with its whole length. */
export function coveredDays(ordinal: Ordinal, { cadence, covered }: Pick<SeriesSet, 'cadence' | 'covered'>): number {
  const [first, last] = [dayNumber(firstDay(ordinal, cadence)), dayNumber(lastDay(ordinal, cadence))];
  const days = Math.min(last, dayNumber(covered.to)) - Math.max(first, dayNumber(covered.from)) + 1;
  return days > 0 ? days : last - first + 1;
}
