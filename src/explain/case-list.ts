import { compare, type Exact } from '../math/exact.ts';
import type { Ordinal, Window } from '../period/index.ts';
import type { Case } from '../series/cases.ts';

/** The size of each case of a window, the smallest first. */
export function sortedCases(list: ReadonlyMap<Ordinal, readonly Case[]>, { first, last }: Window): Exact[] {
  const sizes: Exact[] = [];
  for (let ordinal = first; ordinal <= last; ordinal++)
    for (const { value, records } of list.get(ordinal) ?? []) for (let i = 0; i < records; i++) sizes.push(value);
  return sizes.sort(compare);
}
