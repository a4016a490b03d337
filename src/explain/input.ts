import { dayNumber, firstDay, lengthInDays, type Ordinal, type Window, windowDays } from '../period/index.ts';
import { coveredDays } from '../series/per-day.ts';
import { flagsAt, lastOrdinal, type Series, type SeriesSet, valueAt } from '../series/series.ts';
import type { Input, Scaling } from './derivation.ts';

/** The ledger of the series that a table shows. */
export const PARTS = 'parts';
/** That of the sums over them. */
export const TOTALS = 'totals';

/** The value of one period of a series as it enters a formula. */
export function periodInput(
  role: string,
  series: Series,
  ordinal: Ordinal,
  set: Pick<SeriesSet, 'cadence' | 'covered' | 'perDay'>,
  ledger = PARTS,
): Input {
  return {
    role,
    series,
    ledger,
    window: { first: ordinal, last: ordinal },
    value: valueAt(series, ordinal),
    days: set.perDay ? coveredDays(ordinal, set) : null,
    scaled: null,
  };
}

/** What a series amounts to over a window, as it enters a formula. */
export function windowInput(
  role: string,
  { series, value, ledger }: Pick<Input, 'series' | 'value' | 'ledger'>,
  window: Window,
  set: Pick<SeriesSet, 'cadence' | 'covered'>,
  perDay: boolean,
): Input {
  const days = perDay ? windowDays(window, set.cadence) : null;
  return { role, series, ledger, window, value, days, scaled: scalingOf(series, window, set) };
}

/** The last period of a series, where `--partial scaled` has taken it up to its whole. */
function scalingOf(
  series: Series,
  { first, last }: Window,
  { cadence, covered }: Pick<SeriesSet, 'cadence' | 'covered'>,
): Scaling | null {
  const ordinal = lastOrdinal(series);
  const additive = series.measure.statistic === 'sum' || series.measure.statistic === 'count';
  if (!additive || ordinal < first || ordinal > last || !flagsAt(series, ordinal).includes('scaled')) return null;
  const observed = dayNumber(covered.to) - dayNumber(firstDay(ordinal, cadence)) + 1;
  return observed <= 0 ? null : { ordinal, covered: observed, days: lengthInDays(ordinal, cadence) };
}
