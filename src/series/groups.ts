import type { Tally } from '../engine/engine.ts';
import type { Ordinal } from '../period/index.ts';
import { type Cell, emptyCell, measuredOf, merge } from './cell.ts';
import type { Label, SeriesPlan } from './plan.ts';

/** A tally whose period is understood. */
export interface Dated {
  readonly tally: Tally;
  readonly ordinal: Ordinal;
}

/** The tallies that make one series of each measure. */
export interface Group extends Label {
  readonly key: readonly string[];
  /** For each measure of the plan: the cells by period of the source. */
  readonly cells: readonly Map<Ordinal, Cell>[];
}

/** Puts tallies together that differ in nothing but their periods and what is added up over. */
export function groupsOf(dated: readonly Dated[], plan: SeriesPlan): Group[] {
  const groups = new Map<string, Group>();
  for (const { tally, ordinal } of dated) {
    const group = groupOf(groups, tally, plan);
    for (const [i, { at }] of plan.measures.entries()) {
      const cells = group.cells[i] as Map<Ordinal, Cell>;
      const cell = cells.get(ordinal) ?? emptyCell();
      cells.set(ordinal, cell);
      addTally(cell, tally, at, plan);
    }
  }
  const rank = ({ name }: Group) => (plan.labels.order?.indexOf(name ?? '') ?? -1) >>> 0;
  const sortKey = ({ key, name, unit }: Group) => [name ?? '', ...key, unit ?? ''];
  return shownOf([...groups.values()], plan).sort((a, b) => rank(a) - rank(b) || compareKeys(sortKey(a), sortKey(b)));
}

function shownOf(groups: Group[], { labels: { shown } }: SeriesPlan): Group[] {
  const kept = shown ? groups.filter(({ name }) => shown.includes(name ?? '')) : groups;
  return kept.length > 0 ? kept : groups;
}

function groupOf(groups: Map<string, Group>, tally: Tally, plan: SeriesPlan): Group {
  const key = plan.by.map(({ key: at, renamed }) => newName(tally.key[at] ?? '', renamed));
  const label = (at: number | null) => (at === null ? null : (tally.key[at] ?? '').trim());
  const [name, unit] = [label(plan.labels.name), label(plan.labels.unit)];
  const id = JSON.stringify([key, name, unit]);
  const known = groups.get(id);
  if (known) return known;
  const group: Group = { key, name, unit, cells: plan.measures.map(() => new Map<Ordinal, Cell>()) };
  groups.set(id, group);
  return group;
}

/** A value that could not be read when the table was written is no blank. */
function addTally(cell: Cell, tally: Tally, at: number | null, plan: SeriesPlan): void {
  const measured = measuredOf(tally, at);
  const text = plan.flag === null ? '' : (tally.key[plan.flag] ?? '').trim();
  const { flags, unreadable } = plan.flagsIn?.(text) ?? { flags: text === '' ? [] : [text], unreadable: false };
  const { blanks, rejected } = measured;
  merge(cell, unreadable ? { ...measured, blanks: 0, rejected: rejected + blanks } : measured);
  for (const flag of [...(measured.flags ?? []), ...flags]) cell.flags.add(flag);
}

/** The name that a value has today. */
export const newName = (value: string, renamed: Readonly<Record<string, string>>): string =>
  Object.hasOwn(renamed, value) ? (renamed[value] ?? value) : value;

/** By code unit, part by part: the same on every machine. */
function compareKeys(a: readonly string[], b: readonly string[]): number {
  for (const [i, text] of a.entries()) {
    const other = b[i] ?? '';
    if (text !== other) return text < other ? -1 : 1;
  }
  return 0;
}
