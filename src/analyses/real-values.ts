import { divide, type Exact } from '../math/exact.ts';
import { counted, type Note, warning } from '../note.ts';
import { type Cadence, type Ordinal, periodText } from '../period/index.ts';
import { scaledBy } from '../series/scaled-by.ts';
import { flagsAt, isPart, type Series, valueAt } from '../series/series.ts';

/** Values in the prices of one period. */
export interface Real {
  /** The mean of the price index over a period; null where it does not cover the period. */
  readonly deflator: (ordinal: Ordinal) => Exact | null;
  readonly of: (series: Series) => Series;
}

/** Nominal values divided by a price index and taken to the prices of its base period. */
export function realValues(index: Series, base: Exact, baseText: string): Real {
  const known = new Map<Series, Series>();
  const deflator = (ordinal: Ordinal) => (isPart(flagsAt(index, ordinal)) ? null : valueAt(index, ordinal));
  const factor = (ordinal: Ordinal) => {
    const prices = deflator(ordinal);
    return prices === null ? null : divide(base, prices);
  };
  const made = (series: Series) =>
    scaledBy(series, factor, `${series.measure.unit} in prices of ${baseText}`, 'no-deflator');
  return {
    deflator,
    of: (series) => {
      const real = known.get(series) ?? made(series);
      known.set(series, real);
      return real;
    },
  };
}

/** Periods with a value that the price index does not cover. */
export function undeflatedNotes(series: readonly Series[], { deflator }: Real, at: Cadence): Note[] {
  const valued = series.flatMap(({ first, values }) =>
    values.flatMap((value, i) => (value === null ? [] : [first + i])),
  );
  const without = [...new Set(valued)].filter((ordinal) => deflator(ordinal) === null).sort((a, b) => a - b);
  if (without.length === 0) return [];
  const ends = [...new Set([without[0], without[without.length - 1]].map((ordinal) => periodText(ordinal ?? 0, at)))];
  return [
    warning(
      `the price index does not cover ${counted(without.length, at.every.replace('-', ' '))}, ${ends.join('…')}: there are no real values there`,
    ),
  ];
}
