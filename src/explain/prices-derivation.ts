import {
  type Goods,
  isOfSameRecords,
  type MatchedGoods,
  matchedGoods,
  type PriceStatus,
  unmatchedReason,
} from '../analyses/price-pair.ts';
import type { PriceOptions } from '../analyses/price-points.ts';
import { isIndexName, type PricePlace } from '../analyses/trade-prices.ts';
import { type Exact, significant, sum } from '../math/exact.ts';
import { type Cadence, type Ordinal, periodText } from '../period/index.ts';
import { type Series, valueAt } from '../series/series.ts';
import type { Derivation, Step, Told } from './derivation.ts';
import { type Origin, originQuantity } from './origin.ts';
import { chainTold } from './price-chain.ts';
import { indexSteps } from './price-steps.ts';
import { madeOf, type Quantity } from './quantity.ts';
import { quotient, step, textList } from './step.ts';

/** What price indices are derived within. */
export interface PricedWithin {
  readonly cadence: Cadence;
  readonly how: PriceOptions;
  readonly originOf: (series: Series) => Origin | undefined;
}

const WHY: Readonly<Record<PriceStatus, string>> = {
  ok: 'there is no such figure',
  'one-item': 'there is no such figure',
  'low-coverage': 'there is no such figure',
  lumped: 'no column tells the goods or partners apart, so that value by quantity is no price',
  unmatched: 'no goods have a value and a quantity in both periods',
  part: 'one of the periods is only part covered',
  'no-base': 'the period to compare with is not in the source',
};

/** How an index of unit values, or what it rests on, comes about; null for a column that it does not have. */
export function pricesDerivation(column: string, place: PricePlace, within: PricedWithin): Derivation | null {
  const { group, point, comparison } = place;
  const sentence = [
    `${[...group.key, group.flow].filter((text) => text !== '').join(', ')} in ${periodText(point.ordinal, within.cadence)}, ${comparison}`,
  ];
  if (column === 'unit_value') return { ...unitValueTold(place, within), sentence };
  const told = comparison === 'chained' ? chainTold(column, place, within) : pairTold(column, place, within);
  return told && { ...told, sentence };
}

function pairTold(column: string, { group, point, comparison }: PricePlace, within: PricedWithin): Told | null {
  const isFixed = comparison === 'fixed';
  const [pair, base] = isFixed ? [point.fixed, point.base] : [point.previous, point.ordinal - 1];
  const goods = matchedGoods(group.goods, base, point.ordinal, within.how);
  const facts = goodsFacts(goods, base, point.ordinal, within);
  if (column in COUNTS) {
    const [words, of] = COUNTS[column as keyof typeof COUNTS];
    const value = pair.status === 'no-base' ? 0 : of(goods);
    const inputs = madeOf(goods.present.flatMap((one) => valuesOf(one, [base, point.ordinal], within))).inputs;
    return { value, inputs, steps: [step(column, words, '', value)], missing: null, facts };
  }
  if (column === 'coverage' || column === 'base_coverage') {
    const at = column === 'coverage' ? point.ordinal : base;
    return coverageTold(column, goods, at, pair.coverage[column === 'coverage' ? 1 : 0], within, facts);
  }
  if (!isIndexName(column)) return null;
  if (!pair.indices) return { value: null, inputs: [], steps: [], missing: WHY[pair.status], facts };
  const items = goods.used.map((one) => one.goods);
  const made = madeOf(items.flatMap((one) => quantitiesOf(one, [base, point.ordinal], within)));
  const steps = [...made.steps, ...indexSteps(column, goods.used, pair.indices)];
  return {
    value: steps[steps.length - 1]?.value ?? null,
    inputs: made.inputs,
    steps,
    missing: null,
    facts: [...facts, ...made.facts],
  };
}

const COUNTS = {
  matched_items: [
    'number of goods with a value and a quantity above zero in both periods',
    ({ used }: MatchedGoods): Exact => used.length,
  ],
  unmatched_items: [
    'number of the other goods with a value in either period',
    ({ present, used }: MatchedGoods): Exact => present.length - used.length,
  ],
  outliers: [
    'number of goods whose unit value more than trebled or fell below a third',
    ({ odd }: MatchedGoods): Exact => odd.length,
  ],
} as const;

/** Which goods were matched, and why the others were not. */
function goodsFacts(
  { present, used, odd }: MatchedGoods,
  base: Ordinal,
  current: Ordinal,
  { cadence, how }: PricedWithin,
): string[] {
  const isUsed = new Set(used.map(({ goods }) => goods));
  const names = (texts: readonly string[]) => (texts.length === 0 ? 'none' : textList(texts, '; '));
  const others = present.filter((goods) => !isUsed.has(goods));
  const why = others.map((goods) => {
    const isOdd = odd.some((one) => one.goods === goods);
    const text = isOdd
      ? 'left out as an outlier'
      : unmatchedReason(goods, base, current, (at) => periodText(at, cadence));
    return `${goods.name} (${text})`;
  });
  return [
    `matched goods: ${names(used.map(({ goods }) => goods.name))}`,
    `goods that are not matched: ${names(why)}`,
    ...(odd.length > 0 && !how.withoutOutliers
      ? [`outliers, which stay in: ${names(odd.map(({ goods }) => goods.name))}`]
      : []),
  ];
}

function amountAt(
  role: string,
  series: Series | undefined,
  at: Ordinal,
  { originOf, cadence }: PricedWithin,
): Quantity[] {
  const origin = series && originOf(series);
  return origin ? [originQuantity(role, origin, at, cadence)] : [];
}

const valuesOf = ({ name, value }: Goods, ordinals: readonly Ordinal[], within: PricedWithin): Quantity[] =>
  ordinals.flatMap((at) => amountAt(`value of ${name || 'all'} ${periodText(at, within.cadence)}`, value, at, within));

const quantitiesOf = (goods: Goods, ordinals: readonly Ordinal[], within: PricedWithin): Quantity[] => [
  ...valuesOf(goods, ordinals, within),
  ...ordinals.flatMap((at) =>
    amountAt(`quantity of ${goods.name || 'all'} ${periodText(at, within.cadence)}`, goods.quantity, at, within),
  ),
];

function coverageTold(
  column: string,
  { present, used }: MatchedGoods,
  at: Ordinal,
  value: Exact | null,
  within: PricedWithin,
  facts: readonly string[],
): Told {
  const made = madeOf(present.flatMap((goods) => valuesOf(goods, [at], within)));
  const whole = sum(present.map((goods) => valueAt(goods.value, at) ?? 0));
  const part = sum(used.map(({ goods }) => valueAt(goods.value, at) ?? 0));
  const line = quotient(
    column,
    { name: 'value of matched goods', value: part },
    { name: 'value of all goods', value: whole },
  );
  const missing =
    value === null ? 'no goods have a value in the period, or the period to compare with is not in the source' : null;
  return {
    ...made,
    value,
    steps: value === null ? [] : [...made.steps, line],
    missing,
    facts: [...facts, ...made.facts],
  };
}

/** Value divided by quantity over all goods of one unit. */
function unitValueTold({ group, point }: PricePlace, within: PricedWithin): Told {
  const goods = group.goods.filter((one) => {
    const { value, quantity, unit } = one;
    const amount = quantity ? valueAt(quantity, point.ordinal) : null;
    return (
      valueAt(value, point.ordinal) !== null &&
      amount !== null &&
      amount !== 0 &&
      unit !== '' &&
      isOfSameRecords(one, point.ordinal)
    );
  });
  if (!point.unitValue) {
    return { value: null, inputs: [], steps: [], missing: 'quantities are in several units, or there is none' };
  }
  const made = madeOf(goods.flatMap((one) => quantitiesOf(one, [point.ordinal], within)));
  const total = (of: (one: Goods) => Series | undefined) =>
    sum(
      goods.map((one) => {
        const series = of(one);
        return (series && valueAt(series, point.ordinal)) ?? 0;
      }),
    );
  const line: Step = quotient(
    'unit_value',
    { name: 'sum of the values', value: total(({ value }) => value) },
    { name: 'sum of the quantities', value: total(({ quantity }) => quantity) },
  );
  const value = line.value === null ? null : significant(line.value, 15);
  return { ...made, value, steps: [...made.steps, { ...line, value }], missing: null };
}
