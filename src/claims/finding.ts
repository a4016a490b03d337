import type { Exact } from '../math/exact.ts';
import type { Estimate } from '../methods/estimate.ts';
import type { Candidate } from './candidate.ts';
import type { Assertion } from './claim.ts';
import type { Rounding } from './tolerance.ts';

/**
 * Whether the data support a claim: `supported` by the plain reading · `supported-only-if` by another reading, which is
 * named, or under a condition that the sentence does not state · `contradicted` by every reading · `impossible`: no
 * counts of that base give it, or its own figures do not · `unverifiable`: something is missing, which is named.
 */
export const VERDICTS = ['supported', 'supported-only-if', 'contradicted', 'impossible', 'unverifiable'] as const;

type Verdict = (typeof VERDICTS)[number];

/** What came of holding one figure of a claim against the data. */
export interface Finding {
  readonly assertion: Assertion;
  readonly verdict: Verdict;
  /** The reading or the condition under which it holds; null where it does not, or needs none. */
  readonly reading: string | null;
  readonly rounding: Rounding | null;
  /** The figure that the data give: of the reading that holds, else of the plain one. */
  readonly found: Exact | null;
  /** The comparison that the figure found is of. */
  readonly candidate: Candidate | null;
  readonly interval: Estimate | null;
  /** The change on the same window a year before. */
  readonly yearChange: Exact | null;
  readonly flags: readonly string[];
  /** What a reader must be told all the same: the season, the unit of count. */
  readonly objections: readonly string[];
  /** Why the verdict is what it is, in words. */
  readonly why: string;
}
