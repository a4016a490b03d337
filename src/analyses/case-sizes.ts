import { add, compare, divide, type Exact, toNumber } from '../math/exact.ts';
import type { Ordinal, Window } from '../period/index.ts';
import type { Case } from '../series/cases.ts';

/** How large the cases of a window are. */
export interface CaseSizes {
  readonly median: Exact | null;
  readonly largest: Case | null;
}

/** The median of the cases of a window, each record one case, and the first of the largest. */
export function caseSizes(list: ReadonlyMap<Ordinal, readonly Case[]>, { first, last }: Window): CaseSizes {
  const cases: Case[] = [];
  for (let ordinal = first; ordinal <= last; ordinal++) for (const one of list.get(ordinal) ?? []) cases.push(one);
  let largest: Case | null = null;
  for (const one of cases) if (largest === null || isLarger(one, largest)) largest = one;
  return { median: medianCase(cases), largest };
}

/** Of cases of one size, the one that stands first in the source. */
function isLarger(one: Case, than: Case): boolean {
  const order = compare(one.value, than.value);
  if (order !== 0) return order > 0;
  return (
    one.first.file - than.first.file < 0 || (one.first.file === than.first.file && one.first.line < than.first.line)
  );
}

function medianCase(cases: readonly Case[]): Exact | null {
  const total = cases.reduce((sum, { records }) => sum + records, 0);
  if (total === 0) return null;
  const sorted = cases.map((one) => ({ one, size: toNumber(one.value) }));
  sorted.sort((a, b) => a.size - b.size || compare(a.one.value, b.one.value));
  const at = (rank: number): Exact => {
    let seen = 0;
    for (const { one } of sorted) {
      seen += one.records;
      if (seen > rank) return one.value;
    }
    throw new RangeError(`medianCase: there is no case of rank ${rank}`);
  };
  const [low, high] = [at(Math.floor((total - 1) / 2)), at(Math.floor(total / 2))];
  return low === high ? low : divide(add(low, high), 2);
}
