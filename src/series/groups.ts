import type { Tally } from '../engine/engine.ts';
import type { Ordinal } from '../period/index.ts';
import { ByTexts } from './by-texts.ts';
import { addFlags, type Cell, emptyCell, measuredOf, merge } from './cell.ts';
import type { Dated } from './dated-tallies.ts';
import { type GroupName, groupOf } from './group.ts';
import type { SeriesPlan } from './plan.ts';

/** The tallies that make one series of each measure. */
export interface Group extends GroupName {
  /** For each measure of the plan: the cells by period of the source. */
  readonly cells: readonly Map<Ordinal, Cell>[];
}

/** Puts tallies together that differ in nothing but their periods and what is added up over. */
export function groupsOf(dated: readonly Dated[], plan: SeriesPlan): Group[] {
  const groups: Group[] = [];
  const byName = new ByTexts<Group>();
  for (const { tally, ordinal } of dated) {
    const named = groupOf(tally, plan);
    const place = byName.at([named.name ?? '', named.unit ?? '']).at(named.key);
    const group = place.value ?? { ...named, cells: plan.measures.map(() => new Map<Ordinal, Cell>()) };
    if (place.value === undefined) groups.push(group);
    place.value = group;
    for (let i = 0; i < plan.measures.length; i++) {
      const cells = group.cells[i] as Map<Ordinal, Cell>;
      const known = cells.get(ordinal);
      const cell = known ?? emptyCell();
      if (known === undefined) cells.set(ordinal, cell);
      addTally(cell, tally, plan.measures[i]?.at ?? null, plan);
    }
  }
  const rank = ({ name }: Group) => (plan.labels.order?.indexOf(name ?? '') ?? -1) >>> 0;
  const ranked = (value: string, i: number) => rankedText(value, plan.by[i]?.order);
  const sortKey = ({ key, name, unit }: Group) => [name ?? '', ...key.map(ranked), unit ?? ''];
  return shownOf(groups, plan).sort((a, b) => rank(a) - rank(b) || compareKeys(sortKey(a), sortKey(b)));
}

function shownOf(groups: Group[], { labels: { shown } }: SeriesPlan): Group[] {
  const kept = shown ? groups.filter(({ name }) => shown.includes(name ?? '')) : groups;
  return kept.length > 0 ? kept : groups;
}

/** A value that could not be read when the table was written is no blank. */
function addTally(cell: Cell, tally: Tally, at: number | null, plan: SeriesPlan): void {
  const measured = measuredOf(tally, at);
  if (plan.flag === null && measured.flags === undefined) {
    merge(cell, measured);
    return;
  }
  const text = plan.flag === null ? '' : (tally.key[plan.flag] ?? '').trim();
  const { flags, unreadable } = plan.flagsIn?.(text) ?? { flags: text === '' ? [] : [text], unreadable: false };
  const { blanks, rejected } = measured;
  merge(cell, unreadable ? { ...measured, blanks: 0, rejected: rejected + blanks } : measured);
  addFlags(cell, [...(measured.flags ?? []), ...flags]);
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
