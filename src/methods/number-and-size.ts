import { add, divide, type Exact, multiply, sign, subtract } from '../math/exact.ts';
import type { Method } from './method.ts';

const NAME = 'number-and-size';

/** So many things that come to a total. */
export interface Counted {
  readonly number: Exact;
  readonly total: Exact;
}

/** The parts of a change in a total: they add up to it exactly. */
export interface NumberAndSize {
  readonly number: Exact;
  readonly size: Exact;
}

/**
 * Split of a change in a total into what the number of its parts and what their mean size contributed.
 *
 * Formula     s = total / n, of base (0) and current (1)
 *             number = (n1 - n0) (s0 + s1) / 2
 *             size   = (s1 - s0) (n0 + n1) / 2
 *             number + size = n1 s1 - n0 s0
 * Input       base, current: number and total, in any unit; exact
 * Output      number, size: in the unit of the total
 * Null when   a number is not above zero: then there is no mean size
 * Accuracy    exact
 * Cost        O(1)
 * Reference   E. M. Kitagawa (1955), JASA 50, 1168-1194, https://doi.org/10.1080/01621459.1955.10501299
 * Checked by  test/methods/number-and-size.test.ts (by hand; the parts add up, and change their signs with the direction)
 */
export function numberAndSize(base: Counted, current: Counted): NumberAndSize | null {
  if (sign(base.number) <= 0 || sign(current.number) <= 0) return null;
  const [size0, size1] = [divide(base.total, base.number), divide(current.total, current.number)];
  const half = (x: Exact, y: Exact) => divide(multiply(x, y), 2);
  return {
    number: half(subtract(current.number, base.number), add(size0, size1)),
    size: half(subtract(size1, size0), add(base.number, current.number)),
  };
}

export default {
  name: NAME,
  title: 'Number of cases and size of cases',
  answers: 'How much of a change in a total comes from there being more cases, and how much from their being larger.',
  assumes: ['nothing about how cases arise: it is arithmetic on the two totals and the two numbers'],
  usedWhen: 'seizures of two periods or windows are compared, both of which have cases',
  conventions: [
    'symmetric: what number and size did together is shared equally, where others give it all to the size',
    'size is the mean; cases without a quantity count among the number',
  ],
  references: [
    'E. M. Kitagawa (1955), Components of a difference between two rates, JASA 50, 1168-1194, https://doi.org/10.1080/01621459.1955.10501299',
  ],
} as const satisfies Method;
