import { compare, divide, type Exact, fraction, multiply, sign, sum, toNumber } from '../math/exact.ts';
import { fisher } from '../methods/fisher.ts';
import { laspeyres } from '../methods/laspeyres.ts';
import { paasche } from '../methods/paasche.ts';
import type { MatchedItem } from '../methods/price-index.ts';
import { tornqvist } from '../methods/tornqvist.ts';
import type { Ordinal } from '../period/index.ts';
import { flagsAt, type Series, valueAt } from '../series/series.ts';

/** One kind of goods as finely as the source tells it, with its value and, where there is one, its quantity. */
export interface Goods {
  readonly name: string;
  /** Of the quantity; empty where the record has none that can be used. */
  readonly unit: string;
  readonly value: Series;
  readonly quantity: Series | undefined;
}

/**
 * Why there are no indices: `ok` there are · `one-item` there are, of one item · `low-coverage` there are, of items with
 * less than half of the value of a period · `lumped` nothing tells the goods
 * apart, so that value by quantity is no price · `unmatched` no item has a unit value in both periods · `part` one of
 * the periods is only part covered · `no-base` the period to compare with is not in the source.
 */
export type PriceStatus = 'ok' | 'one-item' | 'low-coverage' | 'lumped' | 'unmatched' | 'part' | 'no-base';

/** How the unit values of matched items changed from one period to another. */
export interface PricePair {
  readonly status: PriceStatus;
  readonly matched: number;
  /** Items with a value in one period alone, or without a quantity in one of them. */
  readonly unmatched: number;
  /** Matched items whose unit value more than trebled or fell below a third. */
  readonly outliers: readonly string[];
  /** What part of the value of the base and of the current period the matched items have. */
  readonly coverage: readonly [base: Exact | null, current: Exact | null];
  readonly indices: PriceIndices | null;
}

export interface PriceIndices {
  readonly value: Exact;
  readonly laspeyres: Exact;
  readonly paasche: Exact;
  readonly fisher: number;
  readonly tornqvist: number;
}

const HALF = fraction(1n, 2n);

interface Matched extends MatchedItem {
  readonly name: string;
  readonly goods: Goods;
}

/** Goods of two periods: all with a value in either, those that indices are of, and those whose unit value jumped. */
export interface MatchedGoods {
  readonly present: readonly Goods[];
  readonly used: readonly Matched[];
  readonly odd: readonly Matched[];
}

const NO_BASE: PricePair = {
  status: 'no-base',
  matched: 0,
  unmatched: 0,
  outliers: [],
  coverage: [null, null],
  indices: null,
};

/** Compares the unit values of goods in two periods; those that are in one alone are counted, never made up. */
export function pricePair(
  goods: readonly Goods[],
  base: Ordinal,
  current: Ordinal,
  how: { readonly withoutOutliers: boolean; readonly isLumped: boolean },
): PricePair {
  const { present, used, odd } = matchedGoods(goods, base, current, how);
  const isPart = present.some(({ value }) => [base, current].some((at) => flagsAt(value, at).includes('partial')));
  const share = [coverage(used, present, 'value0', base), coverage(used, present, 'value1', current)] as const;
  const isLow = share.some((one) => one !== null && compare(one, HALF) < 0);
  const status = statusOf(used.length, present, base, { ...how, isPart, isLow });
  if (status === 'no-base') return NO_BASE;
  return {
    status,
    matched: used.length,
    unmatched: present.length - used.length,
    outliers: odd.map(({ name }) => name),
    coverage: share,
    indices: ['ok', 'one-item', 'low-coverage'].includes(status) ? indicesOf(used) : null,
  };
}

/** Which goods of two periods can be compared. */
export function matchedGoods(
  goods: readonly Goods[],
  base: Ordinal,
  current: Ordinal,
  { withoutOutliers }: { readonly withoutOutliers: boolean },
): MatchedGoods {
  const present = goods.filter(({ value }) => [base, current].some((at) => sign(valueAt(value, at) ?? 0) > 0));
  const all = present.flatMap((item) => matchedItem(item, base, current) ?? []);
  const odd = all.filter(isOutlier);
  return { present, odd, used: withoutOutliers ? all.filter((item) => !odd.includes(item)) : all };
}

/** Why goods have no unit value in both periods. */
export function unmatchedReason(
  goods: Goods,
  base: Ordinal,
  current: Ordinal,
  text: (ordinal: Ordinal) => string,
): string {
  const { value, quantity, unit } = goods;
  const lacks = (series: Series) => [base, current].find((at) => sign(valueAt(series, at) ?? 0) <= 0);
  const [worthless, unweighed] = [lacks(value), quantity === undefined ? base : lacks(quantity)];
  if (worthless !== undefined) return `no value in ${text(worthless)}`;
  if (unit === '') return 'no unit of quantity';
  if (unweighed !== undefined) return `no quantity in ${text(unweighed)}`;
  const mixed = [base, current].find((at) => !isOfSameRecords(goods, at)) ?? current;
  return `records of ${text(mixed)} that have no value or no quantity`;
}

function statusOf(
  matched: number,
  present: readonly Goods[],
  base: Ordinal,
  { isPart, isLumped, isLow }: { isPart: boolean; isLumped: boolean; isLow: boolean },
): PriceStatus {
  if (present.every(({ value }) => valueAt(value, base) === null)) return 'no-base';
  if (isPart) return 'part';
  if (matched === 0) return 'unmatched';
  if (isLumped) return 'lumped';
  if (isLow) return 'low-coverage';
  return matched === 1 ? 'one-item' : 'ok';
}

function matchedItem(goods: Goods, base: Ordinal, current: Ordinal): Matched | null {
  const { name, value, quantity, unit } = goods;
  if (!quantity || unit === '' || ![base, current].every((at) => isOfSameRecords(goods, at))) return null;
  const [value0, value1] = [valueAt(value, base), valueAt(value, current)];
  const [quantity0, quantity1] = [valueAt(quantity, base), valueAt(quantity, current)];
  if (value0 === null || value1 === null || quantity0 === null || quantity1 === null) return null;
  const isPriced = [value0, value1, quantity0, quantity1].every((x) => sign(x) > 0);
  return isPriced ? { name, goods, value0, value1, quantity0, quantity1 } : null;
}

/** False where some records of a period have a value and no quantity, or the other way round: one by the other is no price then. */
export function isOfSameRecords({ value, quantity }: Goods, at: Ordinal): boolean {
  const [worth, amount] = [flagsAt(value, at), quantity ? flagsAt(quantity, at) : []];
  const isCut = [worth, amount].some((flags) => flags.includes('blank') || flags.includes('rejects'));
  return !isCut && worth.includes('incomplete') === amount.includes('incomplete');
}

/** The ratio of unit values is above 3 or below 1/3. */
function isOutlier({ value0, quantity0, value1, quantity1 }: Matched): boolean {
  const [now, before] = [multiply(value1, quantity0), multiply(value0, quantity1)];
  return compare(now, multiply(before, 3)) > 0 || compare(multiply(now, 3), before) < 0;
}

function coverage(
  used: readonly Matched[],
  present: readonly Goods[],
  of: 'value0' | 'value1',
  at: Ordinal,
): Exact | null {
  const whole = sum(present.map(({ value }) => valueAt(value, at) ?? 0));
  return sign(whole) > 0 ? divide(sum(used.map((item) => item[of])), whole) : null;
}

function indicesOf(items: readonly Matched[]): PriceIndices {
  const [low, high] = [laspeyres(items), paasche(items)];
  const total = (of: 'value0' | 'value1') => sum(items.map((item) => item[of]));
  return {
    value: divide(total('value1'), total('value0')),
    laspeyres: low,
    paasche: high,
    fisher: fisher(low, high),
    tornqvist: tornqvist(items),
  };
}

/** The volume index that, with Fisher's price index, makes the value index. */
export const fisherVolume = ({ value, fisher: price }: Pick<PriceIndices, 'value' | 'fisher'>): number =>
  toNumber(value) / price;
