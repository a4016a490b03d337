import type { Conversions } from '../analyses/converted-quantity.ts';
import type { SeizureRow } from '../analyses/seizures.ts';
import type { SeizureWords } from '../analyses/seizures-table.ts';
import type { SeizureGroup } from '../series/cases.ts';
import type { SeriesSet } from '../series/series.ts';

/** What the figures of a table of seizures are derived within. */
export interface SeizedWithin {
  readonly set: SeriesSet;
  readonly conversions: Conversions | null;
  /** The groups that a total is converted from. */
  readonly partsOf: (row: SeizureRow) => readonly SeizureGroup[];
  readonly words: SeizureWords;
}
