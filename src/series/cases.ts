import type { Place } from '../engine/engine.ts';
import type { Exact } from '../math/exact.ts';
import { type Cadence, firstDay, type Ordinal, ordinalOf } from '../period/index.ts';
import type { Dated } from './dated-list.ts';
import { groupOf } from './group.ts';
import type { SeriesPlan } from './plan.ts';
import { QUANTITY } from './seized-tallies.ts';
import type { Series, SeriesSet } from './series.ts';

/** Cases of one day, one size and one group. */
export interface Case {
  readonly value: Exact;
  readonly records: number;
  /** Where the first of them is. */
  readonly first: Place;
}

/** What was seized of one item in one unit by one group: how much, in how many cases, and each of them by period. */
export interface SeizureGroup {
  /** The values of the dimensions, the item last. */
  readonly key: readonly string[];
  readonly unit: string;
  readonly quantity: Series;
  readonly cases: Series;
  readonly list: ReadonlyMap<Ordinal, readonly Case[]>;
}

const groupId = (key: readonly string[], unit: string | null): string => JSON.stringify([key, unit]);

/** Joins the series of quantities and of cases, with the cases that they are made of. */
export function seizureGroups(
  set: SeriesSet,
  kept: Iterable<Dated>,
  plan: SeriesPlan,
  source: Cadence,
): SeizureGroup[] {
  const cases = new Map(
    set.series
      .filter(({ measure }) => measure.kind === 'count')
      .map((one) => [groupId(one.key, one.measure.unit), one]),
  );
  const lists = caseLists(kept, plan, source, set.cadence);
  return set.series.flatMap((quantity): SeizureGroup[] => {
    const { key, measure } = quantity;
    const id = groupId(key, measure.unit);
    const counted = cases.get(id);
    if (measure.kind === 'count' || !counted) return [];
    return [{ key, unit: measure.unit, quantity, cases: counted, list: lists.get(id) ?? new Map() }];
  });
}

function caseLists(kept: Iterable<Dated>, plan: SeriesPlan, source: Cadence, target: Cadence) {
  const lists = new Map<string, Map<Ordinal, Case[]>>();
  for (const { tally, ordinal } of kept) {
    const measured = tally.measures[QUANTITY];
    if (!measured || measured.min === null) continue;
    const { key, unit } = groupOf(tally, plan);
    const id = groupId(key, unit);
    const list = lists.get(id) ?? new Map<Ordinal, Case[]>();
    lists.set(id, list);
    const at = ordinalOf(firstDay(ordinal, source), target);
    const cases = list.get(at) ?? [];
    list.set(at, cases);
    cases.push({ value: measured.min, records: measured.values, first: tally.first });
  }
  return lists;
}

/** The group with its gaps no gaps: in a list of events a month without a record is one without a case. */
export const withoutGaps = ({ quantity, cases, ...group }: SeizureGroup): SeizureGroup => ({
  ...group,
  quantity: gapless(quantity),
  cases: gapless(cases),
});

const gapless = (series: Series): Series => ({
  ...series,
  noGap: 'all',
  flags: series.flags.map((flags) => flags.filter((flag) => flag !== 'missing')),
});
