import { compare } from '../math/exact.ts';
import { unitNamed } from '../units/unit-named.ts';
import type { Unit } from '../units/unit-table.ts';

const SIGNS: Readonly<Record<string, string>> = {
  $: 'USD',
  US$: 'USD',
  '£': 'GBP',
  '€': 'EUR',
  '฿': 'THB',
  บาท: 'THB',
};

/** The unit of all the words, or of the last: "methamphetamine tablets". */
export function saidUnit(text: string): Unit | null {
  const last = text.split(' ').at(-1) ?? '';
  return unitNamed(SIGNS[text] ?? text) ?? unitNamed(last);
}

/** True where two texts name units that are known not to be the same: kilograms and tonnes. */
export function isOtherUnit(one: string | null, other: string | null): boolean {
  const [a, b] = [one, other].map((text) => (text === null ? null : saidUnit(text)));
  return a != null && b != null && (a.base !== b.base || compare(a.factor, b.factor) !== 0);
}
