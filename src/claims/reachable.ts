import { add, compare, type Exact, fraction, multiply, negate, sign, subtract } from '../math/exact.ts';
import type { Stated } from './statement.ts';
import { allowed } from './tolerance.ts';

/**
 * The count nearest to a base at which a relative change is what was stated, or null where no whole number is: a change
 * from 5 can be +20 % or +40 %, never +28 %.
 *
 * After the GRIM test: N. J. L. Brown, J. A. J. Heathers (2017), https://doi.org/10.1177/1948550616673876
 */
export function reachableCount(change: Stated, base: number): Exact | null {
  if (base === 0) return null;
  const isFall = sign(change.value) < 0;
  const { low, high } = allowed(isFall ? { ...change, value: negate(change.value) } : change);
  const at = (ratio: Exact): Exact => multiply(base, isFall ? subtract(1, ratio) : add(1, ratio));
  const [from, to] = isFall ? [high, low] : [low, high];
  const least = from === null ? 0 : inwards(at(from.at), from.open, 'up');
  const first = compare(least, 0) < 0 ? 0 : least;
  return to === null || compare(first, inwards(at(to.at), to.open, 'down')) <= 0 ? first : null;
}

/** The first whole number at or beyond a bound, inwards. */
function inwards(bound: Exact, isOpen: boolean, towards: 'up' | 'down'): Exact {
  const floor = floorOf(bound);
  const isWhole = compare(bound, floor) === 0;
  if (towards === 'up') return isWhole && !isOpen ? floor : add(floor, 1);
  return isWhole && isOpen ? subtract(floor, 1) : floor;
}

function floorOf(x: Exact): Exact {
  if (typeof x === 'number') return Math.floor(x);
  const whole = x.numerator / x.denominator;
  return fraction(x.numerator < 0n && whole * x.denominator !== x.numerator ? whole - 1n : whole, 1n);
}
