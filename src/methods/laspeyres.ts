import { divide, type Exact, multiply, sum } from '../math/exact.ts';
import type { Method } from './method.ts';
import { EXPORT_IMPORT_MANUAL, type MatchedItem, requireMatched } from './price-index.ts';

const NAME = 'laspeyres';

/**
 * Laspeyres index of unit values: what the quantities of the base period would be worth at the prices of the current one.
 *
 * Formula     L = sum p1 q0 / sum p0 q0 = sum (v1 q0 / q1) / sum v0, where p = v / q
 * Input       items: value and quantity of each in the base period (0) and the current one (1), all above zero
 * Output      ratio, without unit; 1 where no price has changed
 * Throws      RangeError without items, or if a value or quantity is not above zero
 * Accuracy    exact
 * Cost        O(n log n) additions of fractions whose digits grow with n
 * Reference   International Monetary Fund (2009), Export and Import Price Index Manual, ISBN 978-1-58906-780-6, chapter 2
 * Checked by  test/oracle/price-index.json (Python fractions; IndexNumR's test values)
 */
export function laspeyres(items: readonly MatchedItem[]): Exact {
  requireMatched(NAME, items);
  const now = sum(items.map(({ value1, quantity0, quantity1 }) => divide(multiply(value1, quantity0), quantity1)));
  return divide(now, sum(items.map(({ value0 }) => value0)));
}

export default {
  name: NAME,
  title: 'Laspeyres index of unit values',
  answers: 'How much more the goods of the base period would cost at the prices of the current one.',
  assumes: ['each item is homogeneous, so that its value divided by its quantity is a price'],
  usedWhen: 'items have a value and a quantity in both periods',
  conventions: ['items without a counterpart are left out and reported; the volume index beside it is of Paasche'],
  references: [EXPORT_IMPORT_MANUAL],
} as const satisfies Method;
