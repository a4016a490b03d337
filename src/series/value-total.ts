import { add, compare, type Exact, multiply, sign } from '../math/exact.ts';
import type { Ordinal } from '../period/index.ts';

/** A total is told by at least so many periods with figures, and by at least two parts. */
const FEWEST_PERIODS = 3;
const FEWEST_VALUES = 3;
/** A column of more values is not one of parts and their total. */
const MOST_VALUES = 1000;

/** A figure of a value of a dimension. */
export interface ValuePart {
  readonly value: string;
  readonly period: Ordinal;
  readonly figure: Exact;
}

/** A value that equals the sum of all others in each period. */
export interface ValueTotal {
  readonly value: string;
  readonly periods: number;
}

/** Finds the value that is half of all there is in each period, where at least two others are not zero throughout. */
export function valueTotal(parts: Iterable<ValuePart>): ValueTotal | null {
  const values = new Map<string, Map<Ordinal, Exact>>();
  const totals = new Map<Ordinal, Exact>();
  for (const { value, period, figure } of parts) {
    const sums = values.get(value) ?? new Map<Ordinal, Exact>();
    values.set(value, sums);
    if (values.size > MOST_VALUES) return null;
    sums.set(period, add(sums.get(period) ?? 0, figure));
    totals.set(period, add(totals.get(period) ?? 0, figure));
  }
  const isFilled = (sums: ReadonlyMap<Ordinal, Exact>) => [...sums.values()].some((sum) => sign(sum) !== 0);
  const filled = [...totals.values()].filter((total) => sign(total) !== 0).length;
  if ([...values.values()].filter(isFilled).length < FEWEST_VALUES || filled < FEWEST_PERIODS) return null;
  const isHalf = (sums: ReadonlyMap<Ordinal, Exact>) =>
    [...totals].every(([period, total]) => compare(multiply(sums.get(period) ?? 0, 2), total) === 0);
  const [value] = [...values].find(([, sums]) => isHalf(sums)) ?? [];
  return value === undefined ? null : { value, periods: totals.size };
}
