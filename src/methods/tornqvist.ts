import { divide, multiply, sum, toNumber } from '../math/exact.ts';
import type { Method } from './method.ts';
import { EXPORT_IMPORT_MANUAL, type MatchedItem, requireMatched } from './price-index.ts';

const NAME = 'tornqvist';

/**
 * Tornqvist index of unit values: the geometric mean of price ratios, weighted with the mean of both shares of value.
 *
 * Formula     T = exp( sum (s0 + s1) / 2 ln(p1 / p0) ), where s = v / sum v and p = v / q
 * Input       items: value and quantity of each in the base period (0) and the current one (1), all above zero
 * Output      ratio, without unit; 1 where no price has changed
 * Throws      RangeError without items, or if a value or quantity is not above zero
 * Accuracy    relative 1e-13; shares and price ratios are exact until each is rounded once
 * Cost        O(n)
 * Reference   L. Tornqvist (1936), Bank of Finland Monthly Bulletin 10, 1-8
 * Checked by  test/oracle/price-index.json (mpmath at 40 digits; IndexNumR's test values)
 */
export function tornqvist(items: readonly MatchedItem[]): number {
  requireMatched(NAME, items);
  const total0 = sum(items.map(({ value0 }) => value0));
  const total1 = sum(items.map(({ value1 }) => value1));
  let logarithm = 0;
  for (const { value0, quantity0, value1, quantity1 } of items) {
    const weight = (toNumber(divide(value0, total0)) + toNumber(divide(value1, total1))) / 2;
    logarithm += weight * Math.log(toNumber(divide(multiply(value1, quantity0), multiply(quantity1, value0))));
  }
  return Math.exp(logarithm);
}

export default {
  name: NAME,
  title: 'Törnqvist index of unit values',
  answers: 'How prices changed on the geometric mean, with items weighted by their value in both periods.',
  assumes: ['each item is homogeneous, so that its value divided by its quantity is a price'],
  usedWhen: 'beside Fisher: where the two differ, prices and quantities moved wildly',
  conventions: ['over matched items only, with shares of their value'],
  references: [EXPORT_IMPORT_MANUAL, 'L. Törnqvist (1936), Bank of Finland Monthly Bulletin 10, 1-8'],
} as const satisfies Method;
