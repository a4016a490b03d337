import { compare, type Exact } from '../math/exact.ts';

/**
 * Values in rising order.
 *
 * Input       values: in any order
 * Output      the same values; plain numbers, which counts are, are sorted without a call per comparison
 * Cost        O(n log n)
 */
export function sorted(values: readonly Exact[]): ArrayLike<Exact> {
  const numbers = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as Exact;
    if (typeof value !== 'number') return [...values].sort(compare);
    numbers[i] = value;
  }
  return numbers.sort();
}
