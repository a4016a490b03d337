import { didYouMean } from '../config/nearest.ts';
import type { Tally } from '../engine/engine.ts';
import { compare, sign } from '../math/exact.ts';
import { counted, type Note, note, warning } from '../note.ts';
import { newName } from '../series/group.ts';
import { QUANTITY, type SeizedKeys } from '../series/seized-tallies.ts';
import { seizedDimension } from '../series/seized-units.ts';
import { placeText } from '../source/place.ts';
import { nameKey } from '../units/name-key.ts';
import { ambiguousUnit, unitNamed, unitNames } from '../units/unit-named.ts';
import type { ReadSeizures, SeizureGroups } from './read-seizures.ts';

/** How many of a kind are named one by one. */
const MOST = 5;

/** What a reader must know of how items, units and cases were read. */
export function seizureNotes({ tallied, sums }: ReadSeizures, { read }: SeizureGroups): Note[] {
  const { source, plan } = tallied;
  const tallies = Array.from(read.kept, ({ tally }) => tally);
  return [
    note(
      sums
        ? 'records are sums of cases: neither the median nor the largest case is known'
        : 'each record is one case (--cases none says that records are sums)',
    ),
    ...(plan.columns.item === null ? [note('no column tells what was seized: all is one (--item names it)')] : []),
    ...nameNotes(tallies, plan.keys),
    ...unitNotes(tallies, plan.keys),
    ...belowNotes(tallies, (tally) => placeText(source, tally.first)),
    note('what is seized is not what flows: enforcement moves it, and so does one large case'),
  ];
}

/** Items that are shown under another name than they are written. */
function nameNotes(tallies: readonly Tally[], { item }: SeizedKeys): Note[] {
  if (item === null) return [];
  const names = new Map(tallies.map(({ key }) => [(key[item] ?? '').trim(), key.at(-2) ?? '']));
  const read = new Map<string, string[]>();
  for (const [text, name] of names) {
    if (text !== name && nameKey(text) !== nameKey(name)) read.set(name, [...(read.get(name) ?? []), text]);
  }
  if (read.size === 0) return [];
  const told = [...read].map(([name, texts]) => `${texts.sort().map(quoted).join(', ')} as ${name}`);
  return [note(`items under another name: ${listed(told)}`)];
}

/** Units that were put together, and those that nobody knows. */
function unitNotes(tallies: readonly Tally[], { unit, renamed }: SeizedKeys): Note[] {
  if (unit === null) return unknownUnits(tallies, (tally) => tally.key.at(-1) ?? '');
  const texts = (tally: Tally) => newName((tally.key[unit] ?? '').trim(), renamed.unit);
  const together = new Map<string, Set<string>>();
  for (const tally of tallies) {
    const shown = tally.key.at(-1) ?? '';
    if (unitNamed(texts(tally))) together.set(shown, (together.get(shown) ?? new Set()).add(texts(tally)));
  }
  const several = [...together].filter(([, written]) => written.size > 1);
  const told = several.map(([shown, written]) => `${[...written].sort().join(', ')} in ${shown}`);
  return [
    ...(told.length > 0 ? [note(`units put together: ${told.join('; ')}`)] : []),
    ...unknownUnits(tallies, texts),
  ];
}

function unknownUnits(tallies: readonly Tally[], textOf: (tally: Tally) => string): Note[] {
  const unknown = new Map<string, number>();
  for (const tally of tallies) {
    const shown = tally.key.at(-1) ?? '';
    if (seizedDimension(shown) === 'unknown')
      unknown.set(textOf(tally), (unknown.get(textOf(tally)) ?? 0) + tally.records);
  }
  if (unknown.size === 0) return [];
  const told = [...unknown].sort(([a], [b]) => (a < b ? -1 : 1)).map(([text, records]) => unknownText(text, records));
  return [warning(`units that are not known, each kept by itself: ${told.join('; ')}`)];
}

function unknownText(text: string, records: number): string {
  const what = text === '' ? 'none' : quoted(text);
  const meanings = ambiguousUnit(text);
  const hint = meanings ? `, which may be ${meanings.join(' or ')}` : nearUnit(text);
  return `${what} (${counted(records, 'record')}${text === '' ? '' : hint})`;
}

/** A slip of the hand seldom changes the first letter, and of a few letters anything may be one. */
function nearUnit(text: string): string {
  if (text.length < 5) return '';
  const alike = unitNames().filter((name) => name.charAt(0) === text.charAt(0).toLowerCase());
  return didYouMean(text, alike).replace(/^;/, ',');
}

/** Quantities of nothing or less, which count all the same. */
function belowNotes(tallies: readonly Tally[], place: (tally: Tally) => string): Note[] {
  const below = tallies.filter(({ measures }) => {
    const least = measures[QUANTITY]?.min;
    return least != null && sign(least) <= 0;
  });
  const [first] = below.toSorted((a, b) => a.first.file - b.first.file || compare(a.first.line, b.first.line));
  if (!first) return [];
  const records = below.reduce((sum, tally) => sum + tally.records, 0);
  return [
    note(`${counted(records, 'quantity', 'quantities')} of zero or below, taken as written: first at ${place(first)}`),
  ];
}

const quoted = (text: string): string => JSON.stringify(text.slice(0, 40));

const listed = (told: readonly string[]): string =>
  told.length <= MOST ? told.join('; ') : `${told.slice(0, MOST).join('; ')}; and ${told.length - MOST} more`;
