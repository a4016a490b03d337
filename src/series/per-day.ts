import { divide } from '../math/exact.ts';
import { lengthInDays } from '../period/index.ts';
import type { SeriesSet } from './series.ts';

/** Each value divided by the days of its period, so that months of unequal length compare. */
export function perDay(set: SeriesSet): SeriesSet {
  return {
    ...set,
    perDay: true,
    series: set.series.map((series) => ({
      ...series,
      measure: { ...series.measure, unit: `${series.measure.unit} per day` },
      values: series.values.map((value, i) =>
        value === null ? null : divide(value, lengthInDays(series.first + i, set.cadence)),
      ),
    })),
  };
}
