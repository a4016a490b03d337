import type { KeyColumn, Tallies } from '../engine/engine.ts';
import { combined, recoded, rowsByCode, textAt } from './coded.ts';
import type { SeriesPlan } from './plan.ts';

/** The tallies that make up one series of each measure. */
export interface Group {
  readonly key: readonly string[];
  /** The name and the unit that the records give the measure; null where the export names none by the record. */
  readonly name: string | null;
  readonly unit: string | null;
  readonly rows: Uint32Array;
}

/** The groups of some tallies, by key in the order of code units. */
export function groupsOf(tallies: Tallies, rows: Uint32Array, { by, labels }: SeriesPlan): Group[] {
  const column = (key: number, newText: (text: string) => string) => recoded(tallies.keys[key] ?? NONE, newText);
  const keys = by.map(({ key, renamed }) => column(key, (text) => newName(text, renamed)));
  const label = (key: number | null) => (key === null ? null : column(key, (text) => text.trim()));
  const [name, unit] = [label(labels.name), label(labels.unit)];
  const coded = combined(
    [...keys, name, unit].filter((one) => one !== null),
    tallies.length,
  );
  const { rows: ordered, starts } = rowsByCode(coded, rows);
  const groups: Group[] = [];
  for (let code = 0; code < coded.size; code++) {
    const own = ordered.subarray(starts[code], starts[code + 1]);
    const [row] = own;
    if (row === undefined) continue;
    const text = (one: KeyColumn | null) => one && textAt(one, row);
    groups.push({ key: keys.map((one) => textAt(one, row)), name: text(name), unit: text(unit), rows: own });
  }
  return groups.sort(byKey);
}

const NONE: KeyColumn = { texts: [], codes: new Uint32Array(0) };

/** The name that a value has today. */
export const newName = (value: string, renamed: Readonly<Record<string, string>>): string =>
  Object.hasOwn(renamed, value) ? (renamed[value] ?? value) : value;

/** By code unit, part by part: the same on every machine. */
function byKey(a: Group, b: Group): number {
  const other = sortKey(b);
  for (const [i, text] of sortKey(a).entries()) {
    const against = other[i] ?? '';
    if (text !== against) return text < against ? -1 : 1;
  }
  return 0;
}

const sortKey = ({ key, name, unit }: Group): readonly string[] => [...key, name ?? '', unit ?? ''];
