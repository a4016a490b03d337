import { add, compare, type Exact, fraction, multiply, negate, sign, subtract } from '../math/exact.ts';
import type { Stated } from './statement.ts';
import { allowed } from './tolerance.ts';

/**
 * The count nearest to a base at which a relative change is what was stated, or null where no whole number is: a change
 * from 5 can be +20 % or +40 %, never +28 %.
 *
 * After the GRIM test: N. J. L. Brown, J. A. J. Heathers (2017), https://doi.org/10.1177/1948550616673876
 */
export function reachableCount(change: Stated, base: number): number | null {
  if (base === 0) return null;
  const isFall = sign(change.value) < 0;
  const { low, high } = allowed(isFall ? { ...change, value: negate(change.value) } : change);
  const at = (ratio: Exact): Exact => multiply(base, isFall ? subtract(1, ratio) : add(1, ratio));
  const [from, to] = isFall ? [high, low] : [low, high];
  const least = from === null ? 0 : rounded(at(from.at), from.open, 'up');
  const most = to === null ? Number.MAX_SAFE_INTEGER : rounded(at(to.at), to.open, 'down');
  const first = Math.max(0, least);
  return first <= most ? first : null;
}

/** The first whole number at or beyond a bound, inwards. */
function rounded(bound: Exact, isOpen: boolean, towards: 'up' | 'down'): number {
  const floor = floorOf(bound);
  const isWhole = compare(bound, floor) === 0;
  if (towards === 'up') return isWhole ? (isOpen ? floor + 1 : floor) : floor + 1;
  return isWhole && isOpen ? floor - 1 : floor;
}

function floorOf(x: Exact): number {
  if (typeof x === 'number') return Math.floor(x);
  const whole = x.numerator / x.denominator;
  return Number(fraction(x.numerator < 0n ? whole - 1n : whole, 1n));
}
