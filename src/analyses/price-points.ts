import { chained } from '../math/chained.ts';
import { divide, type Exact, sign, significant, sum } from '../math/exact.ts';
import { fisher } from '../methods/fisher.ts';
import type { Ordinal } from '../period/index.ts';
import { lastOrdinal, valueAt } from '../series/series.ts';
import { type Goods, isOfSameRecords, type PriceIndices, type PricePair, pricePair } from './price-pair.ts';

/** The goods of one flow of one reporter and part. */
export interface PricedGroup {
  readonly key: readonly string[];
  readonly flow: string;
  readonly unit: string;
  readonly goods: readonly Goods[];
}

export interface PriceOptions {
  readonly from: Ordinal;
  readonly to: Ordinal;
  /** The period that fixed-base and chained indices are on; the first one shown where null. */
  readonly base: Ordinal | null;
  readonly withoutOutliers: boolean;
  /** True where no column tells goods or partners apart. */
  readonly isLumped: boolean;
}

/** One period of one group: on the period before, along the chain of such steps, and on a fixed base. */
export interface PricePoint {
  readonly ordinal: Ordinal;
  readonly base: Ordinal;
  readonly previous: PricePair;
  readonly chained: PriceIndices | null;
  readonly fixed: PricePair;
  /** Value divided by quantity over all goods, where they have one unit: it moves with the mix, and is no price. */
  readonly unitValue: { readonly value: Exact; readonly unit: string } | null;
}

/** The price indices of a group, for every period that it has. */
export function pricePoints({ goods }: PricedGroup, options: PriceOptions): PricePoint[] {
  const first = Math.min(...goods.map(({ value }) => value.first));
  const last = Math.max(...goods.map(({ value }) => lastOrdinal(value)));
  const ordinals = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const base = options.base ?? Math.min(Math.max(first, options.from), last);
  const pairs = ordinals.map((ordinal) => pricePair(goods, ordinal - 1, ordinal, options));
  const start = Math.max(0, base - first);
  const chains = options.isLumped ? [] : chainsOf(pairs.slice(start));
  return ordinals.map((ordinal, i) => ({
    ordinal,
    base,
    previous: pairs[i] as PricePair,
    chained: chains[i - start] ?? null,
    fixed: pricePair(goods, base, ordinal, options),
    unitValue: unitValue(goods, ordinal),
  }));
}

/** The products of the steps from the base on; one without indices, or of less than half of the value, ends the chain. */
function chainsOf(pairs: readonly PricePair[]): (PriceIndices | null)[] {
  const links = pairs.map(({ indices, status }) => (status === 'low-coverage' ? null : indices));
  const of = (index: (indices: PriceIndices) => Exact) =>
    chained(links.map((indices) => (indices ? index(indices) : null)));
  const [values, low, high] = [of(({ value }) => value), of((one) => one.laspeyres), of((one) => one.paasche)];
  let product: number | null = 1;
  return links.map((indices, i) => {
    if (i > 0) product = product === null || !indices ? null : product * indices.tornqvist;
    const [value, laspeyres, paasche] = [values[i] ?? null, low[i] ?? null, high[i] ?? null];
    if (value === null || laspeyres === null || paasche === null || product === null) return null;
    return { value, laspeyres, paasche, fisher: fisher(laspeyres, paasche), tornqvist: product };
  });
}

function unitValue(goods: readonly Goods[], ordinal: Ordinal): PricePoint['unitValue'] {
  const weighed = goods.flatMap((one) => {
    const { value, quantity, unit } = one;
    const [worth, amount] = [valueAt(value, ordinal), quantity ? valueAt(quantity, ordinal) : null];
    return worth === null || amount === null || amount === 0 || unit === '' || !isOfSameRecords(one, ordinal)
      ? []
      : [{ worth, amount, unit, money: value.measure.unit }];
  });
  const [one] = weighed;
  if (!one || weighed.some(({ unit }) => unit !== one.unit)) return null;
  const amount = sum(weighed.map((one) => one.amount));
  if (sign(amount) <= 0) return null;
  const total = divide(sum(weighed.map(({ worth }) => worth)), amount);
  return { value: significant(total, 15), unit: `${one.money} per ${one.unit}` };
}
