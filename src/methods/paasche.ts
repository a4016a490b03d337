import { divide, type Exact, multiply, sum } from '../math/exact.ts';
import type { Method } from './method.ts';
import { EXPORT_IMPORT_MANUAL, type MatchedItem, requireMatched } from './price-index.ts';

const NAME = 'paasche';

/**
 * Paasche index of unit values: what the quantities of the current period are worth against their worth at the prices of the base.
 *
 * Formula     P = sum p1 q1 / sum p0 q1 = sum v1 / sum (v0 q1 / q0), where p = v / q
 * Input       items: value and quantity of each in the base period (0) and the current one (1), all above zero
 * Output      ratio, without unit; 1 where no price has changed
 * Throws      RangeError without items, or if a value or quantity is not above zero
 * Accuracy    exact
 * Cost        O(n log n) additions of fractions whose digits grow with n
 * Reference   International Monetary Fund (2009), Export and Import Price Index Manual, ISBN 978-1-58906-780-6, chapter 2
 * Checked by  test/oracle/price-index.json (Python fractions; IndexNumR's test values)
 */
export function paasche(items: readonly MatchedItem[]): Exact {
  requireMatched(NAME, items);
  const before = sum(items.map(({ value0, quantity0, quantity1 }) => divide(multiply(value0, quantity1), quantity0)));
  return divide(sum(items.map(({ value1 }) => value1)), before);
}

export default {
  name: NAME,
  title: 'Paasche index of unit values',
  answers: 'How much more the goods of the current period cost than they would have at the prices of the base.',
  assumes: ['each item is homogeneous, so that its value divided by its quantity is a price'],
  usedWhen: 'items have a value and a quantity in both periods',
  conventions: ['items without a counterpart are left out and reported; the volume index beside it is of Laspeyres'],
  references: [EXPORT_IMPORT_MANUAL],
} as const satisfies Method;
