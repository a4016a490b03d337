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
  if (current === null || base === null || isEstimated(series, windows.current)) return null;
  const few = Math.min(current.values.length, base.values.length) < FEWEST_PERIODS;
  const choice = options.choice === 'auto' ? (few ? 'exact-poisson' : 'quasi-poisson') : options.choice;
  if (choice === 'exact-poisson') return exactPoissonRatio(total(current), total(base), options.confidence);
  const ratio = choice === 'quasi-poisson' ? quasiPoissonRatio : negativeBinomialRatio;
  return ratio(current, base, options.confidence);
}

/** A value that was scaled up is no count, so nothing is known of its variation. */
function isEstimated(series: Series, { last }: Window): boolean {
  return flagsAt(series, last).includes('scaled');
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
