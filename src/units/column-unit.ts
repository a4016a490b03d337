import { unitNamed } from './unit-named.ts';
import type { Unit } from './unit-table.ts';

/** The unit that the name of a column of quantities tells: `weight_kg`, `Sum Qty (lbs)`, `tablets`; null where it tells none. */
export function columnUnit(name: string): Unit | null {
  const words = name.replaceAll('_', ' ').trim();
  const [, bracketed] = /[([]([^()[\]]+)[)\]]\s*$/u.exec(words) ?? [];
  const last = words.split(' ').at(-1) ?? '';
  return unitNamed(words) ?? (bracketed === undefined ? null : unitNamed(bracketed)) ?? unitNamed(last);
}
