import type { Measured, Tally, TallyResult } from '../engine/engine.ts';
import { firstDay, type Ordinal, ordinalOf, type Window } from '../period/index.ts';
import { measuredOf } from './cell.ts';
import { groupOf, labelled } from './group.ts';
import type { KeptTallies } from './kept-tallies.ts';
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

/** The tallies behind the values of a series over a window, in the order of the source. */
export function talliesBehind(
  { kept, source, target }: KeptTallies,
  plan: SeriesPlan,
  { key, measure }: SeriesName,
  { first, last }: Window,
): TallyBehind[] {
  const wanted = JSON.stringify([key, measure.name, measure.unit]);
  return kept.flatMap(({ tally, ordinal }) => {
    const period = ordinalOf(firstDay(ordinal, source), target);
    if (period < first || period > last) return [];
    const group = groupOf(tally, plan);
    const found = plan.measures.find(({ measure: one }) => {
      const { name, unit } = labelled(one, group);
      return JSON.stringify([group.key, name, unit]) === wanted;
    });
    return found ? [{ tally, measured: measuredOf(tally, found.at), ordinal, period }] : [];
  });
}

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
}

/** Accounts for every record of the source that is not behind a figure. */
export function notBehind(
  result: TallyResult,
  plan: SeriesPlan,
  { kept, late, totals }: KeptTallies,
  behind: ReadonlySet<Tally>,
): NotBehind {
  const [known, after, sums] = [kept, late, totals].map((dated) => new Set(dated.map(({ tally }) => tally)));
  const account = { others: 0, filtered: 0, late: 0, totals: 0, unreadable: 0 };
  let tallied = 0;
  for (const tally of result.tallies) {
    tallied += tally.records;
    if (behind.has(tally)) continue;
    const isKept = plan.filters.every((filter) => filter.keeps(tally.key[filter.key] ?? ''));
    if (!isKept) account.filtered += tally.records;
    else if (known?.has(tally)) account.others += tally.records;
    else if (after?.has(tally)) account.late += tally.records;
    else if (sums?.has(tally)) account.totals += tally.records;
    else account.unreadable += tally.records;
  }
  return { ...account, ragged: result.records - tallied };
}
