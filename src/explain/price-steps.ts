import { fisherVolume, type MatchedGoods, type PriceIndices } from '../analyses/price-pair.ts';
import type { IndexName } from '../analyses/trade-prices.ts';
import { approximate, compare, divide, type Exact, multiply, significant, sum } from '../math/exact.ts';
import { counted } from '../note.ts';
import type { Step } from './derivation.ts';
import { digits, step, textList } from './step.ts';

type Items = MatchedGoods['used'];

/** The arithmetic of an index over matched goods; the last line is the index as the table shows it. */
export function indexSteps(column: IndexName, items: Items, indices: PriceIndices): Step[] {
  switch (column) {
    case 'laspeyres':
      return [laspeyresStep(items)];
    case 'paasche':
      return [paascheStep(items)];
    case 'value_index':
      return [valueStep(items)];
    case 'tornqvist': {
      const words = `product over ${counted(items.length, 'item')} of (price / price before) to the power of the mean of its shares of the values`;
      return [step('tornqvist', words, '', approximate(indices.tornqvist), true)];
    }
    case 'fisher':
      return [laspeyresStep(items), paascheStep(items), fisherStep(indices)];
    case 'fisher_volume':
      return [valueStep(items), laspeyresStep(items), paascheStep(items), fisherStep(indices), volumeStep(indices)];
  }
}

export const fisherStep = ({
  laspeyres,
  paasche,
  fisher,
}: Pick<PriceIndices, 'laspeyres' | 'paasche' | 'fisher'>): Step =>
  step(
    'fisher',
    'square root of (laspeyres * paasche)',
    `√(${digits(laspeyres)} * ${digits(paasche)})`,
    approximate(fisher),
    true,
  );

export const volumeStep = (indices: Pick<PriceIndices, 'value' | 'fisher'>): Step =>
  step(
    'fisher_volume',
    'value_index / fisher',
    `${digits(significant(indices.value, 15))} / ${digits(approximate(indices.fisher))}`,
    approximate(fisherVolume(indices)),
    true,
  );

function laspeyresStep(items: Items): Step {
  const now = items.map(({ value1, quantity1, quantity0 }) => divide(multiply(value1, quantity0), quantity1));
  const texts = items.map((one) => `${digits(one.value1)} / ${digits(one.quantity1)} * ${digits(one.quantity0)}`);
  const before = items.map(({ value0 }) => value0);
  const words = 'sum of value / quantity * quantity before, over the sum of value before';
  return indexStep('laspeyres', words, [texts, now], [before.map(digits), before]);
}

function paascheStep(items: Items): Step {
  const before = items.map(({ value0, quantity1, quantity0 }) => divide(multiply(value0, quantity1), quantity0));
  const texts = items.map((one) => `${digits(one.value0)} / ${digits(one.quantity0)} * ${digits(one.quantity1)}`);
  const now = items.map(({ value1 }) => value1);
  const words = 'sum of value, over the sum of value before / quantity before * quantity';
  return indexStep('paasche', words, [now.map(digits), now], [texts, before]);
}

function valueStep(items: Items): Step {
  const [now, before] = [items.map(({ value1 }) => value1), items.map(({ value0 }) => value0)];
  return indexStep(
    'value_index',
    'sum of value / sum of value before',
    [now.map(digits), now],
    [before.map(digits), before],
  );
}

type Terms = readonly [texts: readonly string[], values: readonly Exact[]];

function indexStep(name: string, words: string, [top, over]: Terms, [bottom, under]: Terms): Step {
  const numbers = `(${textList(top, ' + ')}) / (${textList(bottom, ' + ')})`;
  const exact = divide(sum(over), sum(under));
  const shown = significant(exact, 15);
  return step(name, words, numbers, shown, compare(exact, shown) !== 0);
}
