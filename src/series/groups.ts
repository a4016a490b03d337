import type { DatedList } from './dated-list.ts';
import { type GroupName, labelText, newName } from './group.ts';
import { type JoinedColumn, joinedColumn } from './joined-column.ts';
import { type NameColumn, nameColumn } from './name-column.ts';
import type { SeriesPlan } from './plan.ts';

/** The tallies that make one series of each measure. There may be a million groups, so each is small. */
export class Group implements GroupName {
  readonly key: readonly string[];
  readonly name: string | null;
  readonly unit: string | null;
  readonly #all: Uint32Array;
  readonly #from: number;
  readonly #to: number;

  constructor({ key, name, unit }: GroupName, all: Uint32Array, from: number, to: number) {
    this.key = key;
    this.name = name;
    this.unit = unit;
    this.#all = all;
    this.#from = from;
    this.#to = to;
  }

  /** Their places among all, in the order of their periods. */
  get places(): Uint32Array {
    return this.#all.subarray(this.#from, this.#to);
  }
}

/** Puts tallies together that differ in nothing but their periods and what is added up over. */
export function groupsOf(dated: DatedList, plan: SeriesPlan): Group[] {
  const { labels } = plan;
  const label = (key: number | null, order?: readonly string[]) =>
    key === null ? null : nameColumn(dated, key, labelText, afterThose(order));
  const [name, unit] = [label(labels.name, labels.order), label(labels.unit)];
  const by = plan.by.map(({ key, renamed, order }) =>
    nameColumn(dated, key, (text) => newName(text, renamed), inPlaces(order)),
  );
  const columns = [name, ...by, unit].filter((column) => column !== null);
  const joined = joinedColumn(columns, dated.length);
  const { all, ends } = byPeriod(dated, joined);
  const groups = sorted(joined, columns).map((i): Group => {
    const row = joined.first[i] ?? 0;
    const nameAt = ({ names, places }: NameColumn) => names[places[row] ?? 0] ?? '';
    const named = { key: by.map(nameAt), name: name && nameAt(name), unit: unit && nameAt(unit) };
    return new Group(named, all, ends[i] ?? 0, ends[i + 1] ?? 0);
  });
  const kept = labels.shown ? groups.filter((group) => labels.shown?.includes(group.name ?? '')) : groups;
  return kept.length > 0 ? kept : groups;
}

/** Where names stand that some order names first: at their places in it, the others behind all. */
const afterThose = (order: readonly string[] | undefined) => order && ((name: string) => order.indexOf(name) >>> 0);

const inPlaces = (order: readonly string[] | undefined) => order && ((name: string) => order.indexOf(name));

/** The groups by the ranks of their names, column by column. */
function sorted({ first }: JoinedColumn, columns: readonly NameColumn[]): number[] {
  const ranks = columns.map(({ ranks: all, places }) => Uint32Array.from(first, (row) => all[places[row] ?? 0] ?? 0));
  return [...first.keys()].sort((a, b) => {
    for (const rank of ranks) {
      const difference = (rank[a] ?? 0) - (rank[b] ?? 0);
      if (difference !== 0) return difference;
    }
    return 0;
  });
}

/** The places of tallies, those of each group together and in the order of their periods, and where the groups end. */
function byPeriod(dated: DatedList, { places: groups, count }: JoinedColumn) {
  const ends = new Uint32Array(count + 1);
  for (const group of groups) ends[group + 1] = (ends[group + 1] ?? 0) + 1;
  for (let i = 1; i <= count; i++) ends[i] = (ends[i] ?? 0) + (ends[i - 1] ?? 0);
  const all = new Uint32Array(groups.length);
  const next = ends.slice(0, count);
  for (const row of dated.rowsByPeriod()) {
    const group = groups[row] ?? 0;
    all[next[group] ?? 0] = dated.places[row] ?? 0;
    next[group] = (next[group] ?? 0) + 1;
  }
  return { all, ends };
}
