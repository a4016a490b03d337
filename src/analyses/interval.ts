import { type Exact, sign, toNumber } from '../math/exact.ts';
import type { Estimate } from '../methods/estimate.ts';
import { exactPoissonRatio } from '../methods/exact-poisson-ratio.ts';
import { negativeBinomialRatio } from '../methods/negative-binomial-ratio.ts';
import { quasiPoissonRatio } from '../methods/quasi-poisson-ratio.ts';
import { type Cadence, lengthInDays, type Window } from '../period/index.ts';
import { flagsAt, type Series, valueAt } from '../series/series.ts';

/** How the uncertainty of a change in counts is estimated; `auto` by how many periods the windows have. */
export const INTERVALS = ['auto', 'quasi-poisson', 'exact-poisson', 'negative-binomial', 'none'] as const;

export type IntervalChoice = (typeof INTERVALS)[number];

/** With fewer periods in a window their variation cannot be estimated. */
const FEWEST_PERIODS = 3;

/**
 * The ratio of current to base with its interval, where the measure is a count and all periods have a value; else null.
 *
 * `perDay` says that rates per day are compared, not totals.
 */
export function changeInterval(
  series: Series,
  windows: { readonly current: Window; readonly base: Window },
  cadence: Cadence,
  options: { readonly choice: IntervalChoice; readonly confidence: number; readonly perDay: boolean },
): Estimate | null {
  if (options.choice === 'none' || series.measure.kind !== 'count') return null;
  if (series.measure.statistic !== 'sum' && series.measure.statistic !== 'count') return null;
  const current = counts(series, windows.current, cadence, options.perDay);
  const base = counts(series, windows.base, cadence, options.perDay);
  if (current === null || base === null) return null;
  if (standsForPart(series, windows.current) || standsForPart(series, windows.base)) return null;
  const few = Math.min(current.values.length, base.values.length) < FEWEST_PERIODS;
  const choice = options.choice === 'auto' ? (few ? 'exact-poisson' : 'quasi-poisson') : options.choice;
  if (choice === 'exact-poisson') {
    const [one, zero] = [total(current), total(base)];
    return exactPoissonRatio(options.perDay ? one : { ...one, exposure: zero.exposure }, zero, options.confidence);
  }
  const ratio = choice === 'quasi-poisson' ? quasiPoissonRatio : negativeBinomialRatio;
  return ratio(options.perDay ? current : asLongAs(base, current), base, options.confidence);
}

/** A value that was scaled up is no count, and one of a part of its period is short by more than chance. */
function standsForPart(series: Series, { last }: Window): boolean {
  const flags = flagsAt(series, last);
  return flags.includes('scaled') || flags.includes('part-included');
}

/** Totals are compared, so a window of more periods counts as no longer: 60 days against 59 are one ratio of two sums. */
function asLongAs(base: Counts, { values }: Counts): Counts {
  const exposure = base.values.length / values.length;
  return { values, exposures: values.map(() => exposure) };
}

interface Counts {
  readonly values: readonly number[];
  readonly exposures: readonly number[];
}

/** The counts of a window; null when one is missing or is no count. */
function counts(series: Series, { first, last }: Window, cadence: Cadence, perDay: boolean): Counts | null {
  const values: number[] = [];
  const exposures: number[] = [];
  for (let ordinal = first; ordinal <= last; ordinal++) {
    const value: Exact | null = valueAt(series, ordinal);
    if (typeof value !== 'number' || sign(value) < 0) return null;
    values.push(toNumber(value));
    exposures.push(perDay ? lengthInDays(ordinal, cadence) : 1);
  }
  return { values, exposures };
}

function total({ values, exposures }: Counts): { count: number; exposure: number } {
  const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
  return { count: sum(values), exposure: sum(exposures) };
}
