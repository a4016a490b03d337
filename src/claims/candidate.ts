import type { Reading } from '../analyses/readings.ts';
import type { Exact } from '../math/exact.ts';

/** One reading of a claim with the figure that it gives. */
export interface Candidate extends Reading {
  /** The figure of the kind that the claim states; null where this reading has none. */
  readonly figure: Exact | null;
  /** The unit of base and current: the claim's, where the measure has another scale. */
  readonly unit: string;
  /** The reading that the words mean first of all. */
  readonly isPlain: boolean;
}
