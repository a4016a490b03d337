import { type Exact, multiply } from '../math/exact.ts';
import type { Ordinal } from '../period/index.ts';
import type { Flag, Series } from './series.ts';

/** The values times a factor of their period, in another unit; where there is no factor there is no value. */
export function scaledBy(
  series: Series,
  factorAt: (ordinal: Ordinal) => Exact | null,
  unit: string,
  without: Flag,
): Series {
  const factors = series.values.map((_, i) => factorAt(series.first + i));
  const isWithout = (i: number) => series.values[i] !== null && factors[i] === null;
  return {
    ...series,
    measure: { ...series.measure, unit },
    values: series.values.map((value, i) => {
      const factor = factors[i] ?? null;
      return value === null || factor === null ? null : multiply(value, factor);
    }),
    flags: series.flags.map((flags, i) => (isWithout(i) ? [...flags, 'missing', without] : flags)),
  };
}
