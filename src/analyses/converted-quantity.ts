import { add, type Exact, multiply, sign } from '../math/exact.ts';
import type { Window } from '../period/index.ts';
import type { SeizureGroup } from '../series/cases.ts';
import type { Converter } from '../series/converted-tallies.ts';
import { windowValue } from '../series/window-value.ts';

/** How quantities are turned into one unit, and the groups of all that can be. */
export interface Conversions {
  readonly unit: string;
  readonly convert: Converter;
  readonly totals: readonly SeizureGroup[];
}

/** A quantity in another unit, with the range of the estimate. */
export interface Converted {
  readonly value: Exact | null;
  readonly low: Exact | null;
  readonly high: Exact | null;
  readonly how: 'exact' | 'estimate' | 'none';
}

const itemOf = ({ key }: SeizureGroup): string => key.at(-1) ?? '';

export function convertedQuantity(group: SeizureGroup, value: Exact | null, { convert }: Conversions): Converted {
  const found = convert(itemOf(group), group.unit);
  if (!found) return { value: null, low: null, high: null, how: 'none' };
  const times = (factor: Exact | null) => (value === null || factor === null ? null : multiply(value, factor));
  return { value: times(found.factor), low: times(found.low), high: times(found.high), how: found.kind };
}

/** The total with the sums of the ranges of its parts; without a range where a part of it has none. */
export function convertedTotal(
  parts: readonly SeizureGroup[],
  window: Window,
  conversions: Conversions,
  total: Exact | null,
): Converted {
  const all = parts
    .map((part) => convertedQuantity(part, windowValue(part.quantity, window).value, conversions))
    .filter(({ value }) => value !== null && sign(value) !== 0);
  const sum = (side: 'low' | 'high') =>
    total === null ? null : all.reduce<Exact | null>((so, one) => plus(so, one[side]), 0);
  const how = all.some((one) => one.how === 'estimate') ? 'estimate' : 'exact';
  return { value: total, low: sum('low'), high: sum('high'), how };
}

const plus = (x: Exact | null, y: Exact | null): Exact | null => (x === null || y === null ? null : add(x, y));
