import type { TallyColumns } from '../engine/engine.ts';
import type { DatedList } from './dated-list.ts';
import { type GroupName, groupNamed, labelText, newName } from './group.ts';
import { type JoinedColumn, joinedColumn, type Placed } from './joined-column.ts';
import type { SeriesPlan } from './plan.ts';

/** The tallies that make one series of each measure. */
export interface Group extends GroupName {
  /** Their places among all, in the order of their periods. */
  readonly places: Uint32Array;
}

/** Puts tallies together that differ in nothing but their periods and what is added up over. */
export function groupsOf(dated: DatedList, plan: SeriesPlan): Group[] {
  const joined = joinedColumn(groupColumns(dated, plan), dated.length);
  const lists = byPeriod(dated, joined);
  const groups = joined.first.map((row, i): Group => {
    const place = dated.places[row] ?? 0;
    const textOf = (part: number) => textAt(dated.columns, part, place);
    return { ...groupNamed(textOf, plan), places: lists[i] as Uint32Array };
  });
  const rank = ({ name }: Group) => (plan.labels.order?.indexOf(name ?? '') ?? -1) >>> 0;
  const ranked = (value: string, i: number) => rankedText(value, plan.by[i]?.order);
  const sortKey = ({ key, name, unit }: Group) => [name ?? '', ...key.map(ranked), unit ?? ''];
  return shownOf(groups, plan).sort((a, b) => rank(a) - rank(b) || compareKeys(sortKey(a), sortKey(b)));
}

function textAt({ key }: TallyColumns, part: number, place: number): string {
  const { texts, places } = key(part);
  return texts[places[place] ?? 0] ?? '';
}

/** What the tallies are grouped by, under the names of today, in the order of the list. */
function groupColumns({ columns, places }: DatedList, { by, labels }: SeriesPlan): Placed[] {
  const named = [labels.name, labels.unit].flatMap((key) => (key === null ? [] : [{ key, nameOf: labelText }]));
  const grouped = by.map(({ key, renamed }) => ({ key, nameOf: (text: string) => newName(text, renamed) }));
  return [...named, ...grouped].map(({ key, nameOf }) => {
    const { texts, places: own } = columns.key(key);
    const known = new Map<string, number>();
    const numbers = texts.map((text) => {
      const name = nameOf(text);
      const number = known.get(name) ?? known.size;
      known.set(name, number);
      return number;
    });
    const numbered = new Uint32Array(places.length);
    for (let row = 0; row < places.length; row++) numbered[row] = numbers[own[places[row] ?? 0] ?? 0] ?? 0;
    return { places: numbered, count: known.size };
  });
}

/** For each group the places of its tallies, in the order of their periods. */
function byPeriod(dated: DatedList, { places: groups, count }: JoinedColumn): Uint32Array[] {
  const ends = new Uint32Array(count + 1);
  for (const group of groups) ends[group + 1] = (ends[group + 1] ?? 0) + 1;
  for (let i = 1; i <= count; i++) ends[i] = (ends[i] ?? 0) + (ends[i - 1] ?? 0);
  const all = new Uint32Array(groups.length);
  const next = ends.slice(0, count);
  for (let row = 0; row < groups.length; row++) {
    const group = groups[row] ?? 0;
    all[next[group] ?? 0] = dated.places[row] ?? 0;
    next[group] = (next[group] ?? 0) + 1;
  }
  return Array.from({ length: count }, (_, i) => inOrder(all.subarray(ends[i], ends[i + 1]), dated));
}

function inOrder(places: Uint32Array, dated: DatedList): Uint32Array {
  for (let i = 1; i < places.length; i++) {
    if (dated.ordinalAt(places[i - 1] ?? 0) <= dated.ordinalAt(places[i] ?? 0)) continue;
    return places.sort((a, b) => dated.ordinalAt(a) - dated.ordinalAt(b) || a - b);
  }
  return places;
}

function shownOf(groups: Group[], { labels: { shown } }: SeriesPlan): Group[] {
  const kept = shown ? groups.filter(({ name }) => shown.includes(name ?? '')) : groups;
  return kept.length > 0 ? kept : groups;
}

/** What a value is sorted by: its rank where the plan gives an order. */
const rankedText = (value: string, order: readonly string[] | undefined): string =>
  order === undefined ? value : String(order.indexOf(value)).padStart(9, '0');

/** By code unit, part by part: the same on every machine. */
function compareKeys(a: readonly string[], b: readonly string[]): number {
  for (const [i, text] of a.entries()) {
    const other = b[i] ?? '';
    if (text !== other) return text < other ? -1 : 1;
  }
  return 0;
}
