import type { TallyResult } from '../engine/engine.ts';
import { type Note, note } from '../note.ts';
import { type Cadence, firstDay, type Ordinal, ordinalOf } from '../period/index.ts';
import { type Cell, emptyCell, measuredOf, merge } from './cell.ts';
import { filledSeries } from './filled-series.ts';
import { type GroupName, groupOf, labelled, newName } from './group.ts';
import { type Dated, keptTallies, type UnreadablePeriod } from './kept-tallies.ts';
import type { Filter, SeriesPlan } from './plan.ts';
import type { SeriesSet } from './series.ts';

export type { UnreadablePeriod };
export { newName };

export interface SeriesResult {
  readonly set: SeriesSet;
  readonly notes: readonly Note[];
  readonly unreadable: readonly UnreadablePeriod[];
}

/** Turns tallies into series: periods and groups are understood here, once per distinct key. */
export function seriesFromTallies(result: TallyResult, plan: SeriesPlan): SeriesResult {
  const { source, target, covered, kept, dated, unreadable, notes } = keptTallies(result, plan);
  const others = plan.zeroBeside ? periodsWithin(witnesses(dated, plan.zeroBeside), source, target) : null;
  const groups = groupsOf(kept, plan);
  const series = plan.measures.flatMap(({ measure }, at) =>
    groups.map((group) =>
      filledSeries({
        key: group.key,
        measure: labelled(measure, group),
        cells: group.cells[at] ?? new Map(),
        source,
        target,
        covered,
        others,
        plan,
      }),
    ),
  );
  const set: SeriesSet = {
    dimensions: plan.by.map(({ name }) => name),
    cadence: target,
    finest: source.every,
    covered: { from: covered.from, to: covered.to },
    series: series.filter((one) => one !== null),
  };
  return { set, notes: notes.map(note), unreadable };
}

const witnesses = (dated: readonly Dated[], { key, keeps }: Filter): Dated[] =>
  dated.filter(({ tally }) => keeps(tally.key[key] ?? ''));

/** For each period of the series, in how many periods of the source there is a record. */
function periodsWithin(dated: readonly Dated[], source: Cadence, target: Cadence): Map<Ordinal, number> {
  const counts = new Map<Ordinal, number>();
  for (const ordinal of new Set(dated.map((one) => one.ordinal))) {
    const at = ordinalOf(firstDay(ordinal, source), target);
    counts.set(at, (counts.get(at) ?? 0) + 1);
  }
  return counts;
}

interface Group extends GroupName {
  /** For each measure of the plan: the cells by period of the source. */
  readonly cells: readonly Map<Ordinal, Cell>[];
}

function groupsOf(dated: readonly Dated[], plan: SeriesPlan): Group[] {
  const groups = new Map<string, Group>();
  for (const { tally, ordinal } of dated) {
    const named = groupOf(tally, plan);
    const id = JSON.stringify(named);
    const cells = () => plan.measures.map(() => new Map<Ordinal, Cell>());
    const group = groups.get(id) ?? { ...named, cells: cells() };
    groups.set(id, group);
    for (const [i, { at }] of plan.measures.entries()) {
      const cells = group.cells[i] as Map<Ordinal, Cell>;
      const cell = cells.get(ordinal) ?? emptyCell();
      cells.set(ordinal, cell);
      const measured = measuredOf(tally, at);
      merge(cell, measured);
      for (const flag of measured.flags ?? []) cell.flags.add(flag);
      const flag = plan.flag === null ? '' : (tally.key[plan.flag] ?? '').trim();
      if (flag !== '') cell.flags.add(flag);
    }
  }
  const ranked = (value: string, i: number) => rankedText(value, plan.by[i]?.order);
  const sortKey = ({ key, name, unit }: Group) => [...key.map(ranked), name ?? '', unit ?? ''];
  return [...groups.values()].sort((a, b) => compareKeys(sortKey(a), sortKey(b)));
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
