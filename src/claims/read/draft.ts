import type { Exact } from '../../math/exact.ts';
import type { Stated } from '../statement.ts';

/** What a figure is for, before the figures of a clause are joined: `or` says another in other words. */
export type Role = 'change' | 'points' | 'share' | 'ratio' | 'level' | 'difference' | 'from' | 'to' | 'or';

/** One figure of a clause. */
export interface Draft {
  readonly role: Role;
  /** Whether the figure is a percentage, percentage points, a multiple or a plain number. */
  readonly of: 'percent' | 'points' | 'multiple' | 'amount';
  readonly figure: Stated | null;
  readonly high: Exact | null;
  readonly whole: Exact | null;
  readonly part: Exact | null;
  readonly unit: string | null;
  readonly per: string | null;
  /** What the words beside it compare it with. */
  readonly against: string | null;
  /** Its first and last token in the clause. */
  readonly begins: number;
  readonly at: number;
  readonly ends: number;
}
