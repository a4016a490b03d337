import type { Method } from './method.ts';

const NAME = 'holm';

/**
 * Holm's adjustment of several p-values, which keeps the chance of any false finding at the level of one test.
 *
 * Formula     the i-th smallest of m p-values becomes the largest of (m - k + 1) p(k) over k <= i, at most 1
 * Input       p: p-values in [0, 1] in any order; null = no test was made, and it does not count
 * Output      adjusted p-values in the same order, null where the input is null
 * Throws      RangeError if a p-value is not in [0, 1]
 * Accuracy    exact but for the rounding of the product
 * Cost        O(m log m)
 * Reference   S. Holm (1979), Scandinavian Journal of Statistics 6, 65-70, https://www.jstor.org/stable/4615733
 * Checked by  test/oracle/ratio.json (R p.adjust)
 */
export function holm(p: readonly (number | null)[]): (number | null)[] {
  const adjusted = p.map((value) => value);
  const tests = p.flatMap((value, index) => (value === null ? [] : [{ value, index }]));
  for (const { value } of tests)
    if (!(value >= 0 && value <= 1)) throw new RangeError(`${NAME}: ${value} is no p-value`);
  tests.sort((a, b) => a.value - b.value);
  let largest = 0;
  for (const [k, { value, index }] of tests.entries()) {
    largest = Math.max(largest, Math.min(1, (tests.length - k) * value));
    adjusted[index] = largest;
  }
  return adjusted;
}

export default {
  name: NAME,
  title: "Holm's adjustment for several tests",
  answers: 'How small a p-value still is when it is the most striking one of many.',
  assumes: ['nothing about how the tests depend on each other'],
  usedWhen: 'more than one series is tested at once',
  conventions: ['series without a test do not count as tests'],
  references: ['S. Holm (1979), Scandinavian Journal of Statistics 6, 65-70, https://www.jstor.org/stable/4615733'],
} as const satisfies Method;
