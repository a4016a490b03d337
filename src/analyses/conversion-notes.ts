import { add, compare, type Exact, plainText } from '../math/exact.ts';
import { type Note, note, warning } from '../note.ts';
import type { Conversions } from './converted-quantity.ts';
import type { SeizureRow } from './seizures.ts';

/** How many of a kind are named one by one. */
const MOST = 5;

/** What the converted quantities rest on, and what could not be converted, with how many cases that is. */
export function conversionNotes(blocks: readonly (readonly SeizureRow[])[], conversions: Conversions): Note[] {
  const scopes = new Set<string>();
  const left: { readonly name: string; readonly cases: Exact }[] = [];
  for (const [first, ...others] of blocks) {
    if (!first || first.isTotal) continue;
    const { key, unit } = first.group;
    const found = conversions.convert(key.at(-1) ?? '', unit);
    if (found?.scope) scopes.add(found.scope);
    if (found) continue;
    const cases = [first, ...others].reduce<Exact>((sum, { current }) => add(sum, current.cases.value ?? 0), 0);
    left.push({ name: [...key.filter((part) => part !== ''), unit].join(', '), cases });
  }
  return [...[...scopes].map((scope) => note(`estimate: ${scope}`)), ...leftNote(left, conversions.unit)];
}

function leftNote(left: readonly { readonly name: string; readonly cases: Exact }[], unit: string): Note[] {
  if (left.length === 0) return [];
  const total = left.reduce<Exact>((sum, { cases }) => add(sum, cases), 0);
  const most = left.toSorted((a, b) => compare(b.cases, a.cases)).slice(0, MOST);
  const named = most.map(({ name, cases }) => `${name} (${plainText(cases)})`).join('; ');
  const more = left.length > MOST ? `; and ${left.length - MOST} more` : '';
  return [warning(`not converted to ${unit}: ${plainText(total)} cases: ${named}${more}`)];
}
