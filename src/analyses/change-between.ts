import { divide, type Exact, sign, subtract } from '../math/exact.ts';
import type { Flag, Measure } from '../series/series.ts';
import { isPart } from '../series/series.ts';

/**
 * Why a change or its ratio is not given: `ok` it is · `no-earlier-period` nothing is before it · `no-counterpart` the year
 * before has no such period · `missing` or `base-missing` no value · `part` or `base-part` the value stands for a part
 * of its period · `base-zero` from zero there is no ratio · `base-negative` nor from below it · `points` the measure is
 * a share, whose change is in points · `balance` it is a
 * difference of two flows, which may have either sign · `unequal-periods` one is far longer than the other · `break` the figures are not comparable across a declared break.
 */
export type ChangeStatus =
  | 'ok'
  | 'no-earlier-period'
  | 'no-counterpart'
  | 'missing'
  | 'base-missing'
  | 'part'
  | 'base-part'
  | 'base-zero'
  | 'base-negative'
  | 'points'
  | 'balance'
  | 'break'
  | 'unequal-periods';

export interface Change {
  /** Current minus base, in the unit of the measure; null where it is not to be had. */
  readonly difference: Exact | null;
  /** The difference divided by the base; null where that has no meaning. */
  readonly ratio: Exact | null;
  readonly status: ChangeStatus;
}

/** A value with what is known about it. */
export interface Valued {
  readonly value: Exact | null;
  readonly flags: readonly Flag[];
}

/** The change from base to current, under the rules for zero, negative, missing and partial values. */
export function changeBetween(base: Valued, current: Valued, kind: Measure['kind']): Change {
  if (current.value === null) return without('missing');
  if (base.value === null) return without('base-missing');
  if (isPart(current.flags)) return without('part');
  if (isPart(base.flags)) return without('base-part');
  const difference = subtract(current.value, base.value);
  if (kind === 'share') return { difference, ratio: null, status: 'points' };
  if (kind === 'balance') return { difference, ratio: null, status: 'balance' };
  const direction = sign(base.value);
  if (direction < 0) return { difference, ratio: null, status: 'base-negative' };
  if (direction > 0) return { difference, ratio: divide(difference, base.value), status: 'ok' };
  return sign(difference) === 0
    ? { difference, ratio: 0, status: 'ok' }
    : { difference, ratio: null, status: 'base-zero' };
}

export const without = (status: ChangeStatus): Change => ({ difference: null, ratio: null, status });
