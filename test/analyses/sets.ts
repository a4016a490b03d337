import type { Exact } from '../../src/math/exact.ts';
import { cadence, type Every, firstDay, lastDay, monthNumber } from '../../src/period/index.ts';
import type { Flag, Measure, Series, SeriesSet } from '../../src/series/series.ts';

export const CROSSINGS: Measure = { name: 'crossings', unit: 'crossings', kind: 'count', statistic: 'sum' };

/** The ordinal of a month. */
export const month = (year: number, of: number): number => monthNumber({ year, month: of });

/** A series of consecutive periods; null is a missing value. */
export function series(
  first: number,
  values: readonly (Exact | null)[],
  {
    key = [],
    measure = CROSSINGS,
    flags = {},
  }: { key?: string[]; measure?: Measure; flags?: Record<number, Flag[]> } = {},
): Series {
  return {
    key,
    measure,
    first,
    values,
    records: values.map((value) => (value === null ? 0 : 1)),
    flags: values.map((value, i) => flags[i] ?? (value === null ? ['missing'] : [])),
  };
}

export function setOf(all: readonly Series[], every: Every = 'month', dimensions: string[] = []): SeriesSet {
  const at = cadence(every);
  const first = Math.min(...all.map((one) => one.first));
  const last = Math.max(...all.map((one) => one.first + one.values.length - 1));
  return {
    dimensions,
    cadence: at,
    finest: every,
    covered: { from: firstDay(first, at), to: lastDay(last, at) },
    series: all,
  };
}
