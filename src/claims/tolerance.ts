import {
  add,
  compare,
  decimal,
  divide,
  type Exact,
  fraction,
  multiply,
  negate,
  sign,
  subtract,
} from '../math/exact.ts';
import type { Stated } from './statement.ts';

/** How a figure was rounded: `half-up` is half away from zero. `exact` is as written, `within` inside what a hedge allows. */
export type Rounding = 'exact' | 'half-up' | 'half-even' | 'truncated' | 'within';

/** "About", and a figure in words, are within a twentieth of it; "nearly" is at most a tenth short. */
const ABOUT = decimal(5n, 2);
const NEARLY = decimal(1n, 1);

/**
 * Whether a value is what was stated, and by which rounding; null where it is not.
 *
 * Of a fall it is the size that is meant, so both are turned; a value of the other sign is never what was stated.
 */
export function matches({ value, hedge, step }: Stated, found: Exact): Rounding | null {
  if (sign(value) < 0) return matches({ value: negate(value), hedge, step }, negate(found));
  if (hedge === null && step !== null) return roundings(value, step, found)[0] ?? null;
  const { low, high } = allowed({ value, hedge, step });
  const above = low === null || compare(found, low.at) > (low.open ? 0 : -1);
  const below = high === null || compare(found, high.at) < (high.open ? 0 : 1);
  return above && below ? 'within' : null;
}

/** Every rounding of a value to a step that gives what was stated. */
export function roundings(value: Exact, step: Exact, found: Exact): Rounding[] {
  if (compare(value, found) === 0) return ['exact'];
  const half = divide(step, 2);
  const off = subtract(found, value);
  const size = sign(off) < 0 ? negate(off) : off;
  const isTie = compare(size, half) === 0;
  const isOutward = sign(found) === 0 ? false : sign(off) === -sign(found);
  const isNear = compare(size, half) < 0;
  const isCut = compare(size, step) < 0 && sign(off) !== 0 && sign(off) === sign(found);
  return [
    ...(isNear || (isTie && isOutward) ? (['half-up'] as const) : []),
    ...(isNear || (isTie && isEven(divide(value, step))) ? (['half-even'] as const) : []),
    ...(isCut ? (['truncated'] as const) : []),
  ];
}

const isEven = (x: Exact): boolean => typeof x === 'number' && x % 2 === 0;

interface End {
  readonly at: Exact;
  /** True where the end itself is outside. */
  readonly open: boolean;
}

export interface Range {
  readonly low: End | null;
  readonly high: End | null;
}

const closed = (at: Exact): End => ({ at, open: false });
const open = (at: Exact): End => ({ at, open: true });

/** The values, of a figure above zero, that any rounding or the hedge allows. */
export function allowed({ value, hedge, step }: Stated): Range {
  const round = step === null ? 0 : divide(step, 2);
  const spread = multiply(value, ABOUT);
  const about = compare(spread, round) > 0 ? spread : round;
  switch (hedge) {
    case 'nearly':
      return isBelowOne(value, step)
        ? { low: closed(value), high: closed(multiply(value, add(1, NEARLY))) }
        : { low: closed(multiply(value, subtract(1, NEARLY))), high: open(add(value, round)) };
    case 'more-than':
      return { low: open(value), high: null };
    case 'at-least':
      return { low: closed(value), high: null };
    case 'up-to':
      return { low: open(0), high: closed(value) };
    case 'less-than':
      return { low: closed(0), high: open(value) };
    case 'about':
      return { low: closed(subtract(value, about)), high: closed(add(value, about)) };
    default:
      return step === null
        ? { low: closed(subtract(value, spread)), high: closed(add(value, spread)) }
        : { low: closed(subtract(value, round)), high: open(add(value, step)) };
  }
}

/** "Nearly halved" is a little more than a half: only a multiple below one is written so, and it has no step. */
const isBelowOne = (value: Exact, step: Exact | null): boolean =>
  step === null && compare(value, fraction(1n, 2n)) === 0;
