import type { Wide } from './wide.ts';
import { profiledWide, type WideProfile } from './wide-profile.ts';

/**
 * The patterns that turn a table with these names into the same long one; null where none do.
 *
 * They stand for any digits in place of those that are there, so that an edition with another year is read too, unless
 * that takes in a column that it must not.
 */
export function draftedWide(wide: Wide, names: readonly string[]): WideProfile | null {
  for (const written of [anyDigits, escaped]) {
    const measures = Object.fromEntries(wide.measures.map((name, i) => [name, patternOf(wide, names, i, written)]));
    const profile = { column: wide.column, measures, empty: 'blank', without: wide.without } as const;
    if (wide.measures.every((name) => measures[name] !== '') && isSame(profile, wide, names)) return profile;
  }
  return null;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const anyDigits = (text: string): string =>
  escaped(text).replace(/\d+/g, ({ length }) => (length === 1 ? '\\d' : `\\d{${length}}`));

/** What stands before and behind the texts of a measure's columns, and between them any of the texts. */
function patternOf(wide: Wide, names: readonly string[], measure: number, written: (text: string) => string): string {
  const around = new Map<string, { before: string; behind: string; texts: Set<string> }>();
  for (const { text, columns } of wide.parts) {
    const at = columns[measure];
    if (at === null || at === undefined) continue;
    const name = names[at] ?? '';
    const from = name.startsWith(text) ? 0 : name.lastIndexOf(text);
    if (from < 0) return '';
    const [before, behind] = [name.slice(0, from), name.slice(from + text.length)];
    const known = around.get(JSON.stringify([before, behind])) ?? { before, behind, texts: new Set() };
    around.set(JSON.stringify([before, behind]), known);
    known.texts.add(written(text));
  }
  const [only, ...others] = around.values();
  if (only === undefined || others.length > 0) return '';
  return `${escaped(only.before)}(${[...only.texts].join('|')})${escaped(only.behind)}`;
}

function isSame(profile: WideProfile, wide: Wide, names: readonly string[]): boolean {
  const form = ({ kept, column, measures, parts, without }: Wide) => {
    const sorted = parts.map(({ text, columns }) => JSON.stringify([text, columns])).sort();
    return JSON.stringify([kept, column, measures, sorted, without]);
  };
  return form(profiledWide('', profile, names)) === form(wide);
}
