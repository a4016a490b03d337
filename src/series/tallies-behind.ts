import type { Measured, Tally, TallyResult } from '../engine/engine.ts';
import { firstDay, type Ordinal, ordinalOf, type Window } from '../period/index.ts';
import { measuredOf } from './cell.ts';
import type { Dated } from './dated-list.ts';
import { keptByAll } from './filter.ts';
import { type GroupName, groupOf } from './group.ts';
import { groupsOf } from './groups.ts';
import type { KeptTallies } from './kept-tallies.ts';
import { labelledMeasures } from './labelled-measures.ts';
import type { SeriesPlan } from './plan.ts';
import type { Series } from './series.ts';

/** A tally that went into a value of a series. */
export interface TallyBehind {
  readonly tally: Tally;
  readonly measured: Measured;
  /** Its period as the source cuts them, and that of the series. */
  readonly ordinal: Ordinal;
  readonly period: Ordinal;
}

/** What tells a series from the others of its plan; its unit is that of the records, not one per day. */
export type SeriesName = Pick<Series, 'key'> & { readonly measure: Pick<Series['measure'], 'name' | 'unit'> };

/** The way back from the series of a plan: the tallies behind the values of one over a window, in the order of the source. */
export function talliesBehind(
  sorted: KeptTallies,
  plan: SeriesPlan,
): (name: SeriesName, window: Window) => TallyBehind[] {
  const names = seriesNames(sorted, plan);
  const byGroup = new Map<string, Dated[]>();
  for (const dated of sorted.kept) {
    const id = idOf(groupOf(dated.tally, plan));
    const known = byGroup.get(id);
    if (known) known.push(dated);
    else byGroup.set(id, [dated]);
  }
  const periodOf = (ordinal: Ordinal) => ordinalOf(firstDay(ordinal, sorted.source), sorted.target);
  return ({ key, measure: { name, unit } }, { first, last }) => {
    const found = names.get(JSON.stringify([key, name, unit]));
    return (byGroup.get(found?.group ?? '') ?? []).flatMap(({ tally, ordinal }) => {
      const period = periodOf(ordinal);
      const isIn = found !== undefined && period >= first && period <= last;
      return isIn ? [{ tally, measured: measuredOf(tally, found.at), ordinal, period }] : [];
    });
  };
}

/** For each series of a plan its group, and the place of its measure in the question. */
function seriesNames({ kept }: KeptTallies, plan: SeriesPlan): Map<string, { group: string; at: number | null }> {
  const groups = groupsOf(kept, plan);
  const labelled = labelledMeasures(groups, kept, plan);
  const named = groups.flatMap((group) =>
    plan.measures.map(({ measure, at }) => {
      const { name, unit } = labelled(measure, group);
      return [JSON.stringify([group.key, name, unit]), { group: idOf(group), at }] as const;
    }),
  );
  return new Map(named);
}

const idOf = ({ key, name, unit }: GroupName): string => JSON.stringify([key, name, unit]);

/** How many records of a source did not go into a figure, by the reason. */
export interface NotBehind {
  /** Under the conditions, but of other series or periods. */
  readonly others: number;
  readonly filtered: number;
  readonly late: number;
  readonly totals: number;
  readonly unreadable: number;
  /** With more or fewer fields than the header. */
  readonly ragged: number;
  /** Standing in the source a second time, and counted once. */
  readonly repeated: number;
}

/** Accounts for every record of the source that is not behind a figure. */
export function notBehind(
  result: TallyResult,
  plan: SeriesPlan,
  { kept, late, totals }: KeptTallies,
  behind: ReadonlySet<Tally>,
): NotBehind {
  const [known, after, sums] = [kept, late, totals].map((dated) => new Set(Array.from(dated, ({ tally }) => tally)));
  const account = { others: 0, filtered: 0, late: 0, totals: 0, unreadable: 0 };
  const keeps = keptByAll(plan.filters);
  let tallied = 0;
  for (const tally of result.tallies) {
    tallied += tally.records;
    if (behind.has(tally)) continue;
    if (!keeps(tally.key)) account.filtered += tally.records;
    else if (known?.has(tally)) account.others += tally.records;
    else if (after?.has(tally)) account.late += tally.records;
    else if (sums?.has(tally)) account.totals += tally.records;
    else account.unreadable += tally.records;
  }
  const ragged = result.rejects.reduce((sum, { column, count }) => sum + (column === null ? count : 0), 0);
  return { ...account, ragged, repeated: result.records - tallied - ragged };
}
