import { abs, divide, type Exact, sign, sum } from '../math/exact.ts';
import type { Revision } from './revisions.ts';

/** How large the revisions of the values of one age are. */
export interface RevisionSize {
  /** How many periods before the newest of the old edition; null for all ages together. */
  readonly age: number | null;
  /** Values that both editions have, and how many of them are other values now. */
  readonly values: number;
  readonly revised: number;
  /** The mean revision: away from zero where revisions lean one way. */
  readonly mean: Exact;
  readonly meanAbsolute: Exact;
  /** The sum of the revisions divided by the sum of the old values; null where that is zero or below. */
  readonly relative: Exact | null;
}

/**
 * The sizes of revisions by the age of the period, the newest first, and of all ages together at the end.
 *
 * A value that stayed as it was counts as revised by nothing. Completed periods are no revisions.
 */
export function revisionSizes(all: readonly Revision[]): RevisionSize[] {
  const shared = all.filter(({ status }) => status === 'same' || status === 'revised');
  if (shared.length === 0) return [];
  const byAge = new Map<number, Revision[]>();
  for (const revision of shared) {
    const known = byAge.get(revision.age);
    if (known) known.push(revision);
    else byAge.set(revision.age, [revision]);
  }
  const ages = [...byAge].sort(([a], [b]) => a - b).map(([age, revised]) => sizeOf(age, revised));
  return [...ages, sizeOf(null, shared)];
}

function sizeOf(age: number | null, shared: readonly Revision[]): RevisionSize {
  const differences = shared.map(({ difference }) => difference ?? 0);
  const before = sum(shared.map(({ old }) => old ?? 0));
  const total = sum(differences);
  return {
    age,
    values: shared.length,
    revised: shared.filter(({ status }) => status === 'revised').length,
    mean: divide(total, shared.length),
    meanAbsolute: divide(sum(differences.map(abs)), shared.length),
    relative: sign(before) > 0 ? divide(total, before) : null,
  };
}
