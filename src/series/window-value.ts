import { add, compare, divide, type Exact, multiply } from '../math/exact.ts';
import type { Ordinal, Window } from '../period/index.ts';
import { type Flag, flagsAt, type Series, valueAt } from './series.ts';

/** What a series amounts to over a window. */
export interface WindowValue {
  readonly value: Exact | null;
  /** How many periods the window has, and how many of them have no value. */
  readonly periods: number;
  readonly missing: number;
  readonly flags: readonly Flag[];
}

/** Sums, averages by records, or takes the extreme of the values of a window; `incomplete` where there are gaps. */
export function windowValue(series: Series, { first, last }: Window): WindowValue {
  const flags = new Set<Flag>();
  let value: Exact | null = null;
  let records = 0;
  let missing = 0;
  let gaps = 0;
  for (let ordinal = first; ordinal <= last; ordinal++) {
    for (const flag of flagsAt(series, ordinal)) if (flag !== 'missing') flags.add(flag);
    const next = valueAt(series, ordinal);
    if (next === null) {
      missing++;
      if (isGap(series, ordinal)) gaps++;
      continue;
    }
    const weight = series.records[ordinal - series.first] ?? 0;
    const mean = series.measure.statistic === 'mean';
    value = joined(value, mean ? multiply(next, weight) : next, series.measure.statistic);
    records += weight;
  }
  if (value === null) flags.add('missing');
  else if (gaps > 0) flags.add('incomplete');
  if (value !== null && series.measure.statistic === 'mean') value = divide(value, records);
  return { value, periods: last - first + 1, missing, flags: [...flags].sort() };
}

function isGap(series: Series, ordinal: Ordinal): boolean {
  return series.noGap === undefined || (series.noGap === 'blank' && !flagsAt(series, ordinal).includes('blank'));
}

function joined(value: Exact | null, next: Exact, statistic: Series['measure']['statistic']): Exact {
  if (value === null) return next;
  if (statistic === 'min') return compare(next, value) < 0 ? next : value;
  if (statistic === 'max') return compare(next, value) > 0 ? next : value;
  return add(value, next);
}
