import { add, divide, type Exact } from '../math/exact.ts';
import type { Window } from '../period/index.ts';
import { type Series, valueAt } from '../series/series.ts';

/** What one unit of a currency was worth in another over a run of days. */
export interface ExchangeRate {
  /** The mean of the days that have a rate; null where none has. */
  readonly rate: Exact | null;
  readonly days: number;
  /** Days without a rate: weekends, holidays, and those on which one of the two currencies has none. */
  readonly without: number;
  /** The most days on end without a rate. */
  readonly gap: number;
}

/** Units of a currency per unit of the currency that the rates are of, by day; null is that currency itself. */
export type Quotes = Series | null;

/** The mean over days of the cross rate, which is exact on each: units of `to` per unit of `from`. */
export function exchangeRate(from: Quotes, to: Quotes, { first, last }: Window): ExchangeRate {
  let sum: Exact = 0;
  let days = 0;
  let [run, gap] = [0, 0];
  for (let day = first; day <= last; day++) {
    const [bought, paid] = [from, to].map((quotes) => (quotes === null ? 1 : valueAt(quotes, day)));
    if (bought === null || bought === undefined || paid === null || paid === undefined) {
      gap = Math.max(gap, ++run);
      continue;
    }
    run = 0;
    sum = add(sum, divide(paid, bought));
    days++;
  }
  return { rate: days === 0 ? null : divide(sum, days), days, without: last - first + 1 - days, gap };
}
