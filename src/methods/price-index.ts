import { type Exact, sign } from '../math/exact.ts';

/** One item that is traded in both periods: what it was worth and how much of it there was, then and now. */
export interface MatchedItem {
  readonly value0: Exact;
  readonly quantity0: Exact;
  readonly value1: Exact;
  readonly quantity1: Exact;
}

/** Holds that there is an item, and that each has a unit value in both periods: what is not matched must not get here. */
export function requireMatched(name: string, items: readonly MatchedItem[]): void {
  if (items.length === 0) throw new RangeError(`${name}: no item is matched`);
  for (const { value0, quantity0, value1, quantity1 } of items) {
    if ([value0, quantity0, value1, quantity1].some((x) => sign(x) <= 0))
      throw new RangeError(`${name}: a value or a quantity is not above zero`);
  }
}

export const EXPORT_IMPORT_MANUAL =
  'International Monetary Fund (2009), Export and Import Price Index Manual: Theory and Practice, chapters 2 and 16';
