import type { TallyResult } from '../engine/engine.ts';
import { type Note, note } from '../note.ts';
import type { Ordinal } from '../period/index.ts';
import type { DatedList } from './dated-list.ts';
import type { UnreadablePeriod } from './dated-tallies.ts';
import { filledSeries } from './filled-series.ts';
import { type Filter, keptBy } from './filter.ts';
import { groupsOf } from './groups.ts';
import { withText } from './kept-places.ts';
import { keptTallies } from './kept-tallies.ts';
import { labelledMeasures } from './labelled-measures.ts';
import { type PeriodMap, periodMap } from './period-map.ts';
import type { SeriesPlan } from './plan.ts';
import type { Measure, SeriesSet } from './series.ts';
import { tallyAdder } from './tally-adder.ts';

export interface SeriesResult {
  readonly set: SeriesSet;
  readonly notes: readonly Note[];
  readonly unreadable: readonly UnreadablePeriod[];
  /** What the series were made of. */
  readonly kept: DatedList;
}

/** Turns tallies into series: periods and groups are understood here, once per distinct key. */
export function seriesFromTallies(result: TallyResult, plan: SeriesPlan): SeriesResult {
  const { source, target, covered, kept, dated, unreadable, notes } = keptTallies(result, plan);
  const periods = periodMap(source, target, covered, plan);
  const others = plan.zeroBeside ? periodsWithin(witnesses(dated, plan.zeroBeside), periods) : null;
  const groups = groupsOf(kept, plan);
  const labelled = labelledMeasures(groups, kept, plan);
  const series = plan.measures.flatMap(({ measure, at }) => {
    const measures = groups.map((group) => qualified(labelled(measure, group), plan.qualifier));
    const hasEnds = measures.some(({ statistic }) => statistic === 'min' || statistic === 'max');
    const add = tallyAdder(kept, plan, at, hasEnds);
    return groups.map(({ key, places }, i) =>
      filledSeries({ key, measure: measures[i] as Measure, dated: kept, places, add, periods, others, plan }),
    );
  });
  const set: SeriesSet = {
    dimensions: plan.by.map(({ name }) => name),
    cadence: target,
    finest: source.every,
    covered: { from: covered.from, to: covered.to },
    series: series.filter((one) => one !== null),
  };
  return { set, notes: notes.map(note), unreadable, kept };
}

const qualified = (measure: Measure, qualifier: string | undefined): Measure =>
  qualifier === undefined ? measure : { ...measure, unit: `${measure.unit} ${qualifier}` };

/** The tallies that tell that their periods are covered. */
const witnesses = (dated: DatedList, filter: Filter): DatedList =>
  dated.where(withText(dated.columns, filter.key, keptBy(filter)));

/** For each period of the series, in how many periods of the source there is a record. */
function periodsWithin(dated: DatedList, { targetOf }: PeriodMap): Map<Ordinal, number> {
  const counts = new Map<Ordinal, number>();
  for (const ordinal of new Set(dated.ordinals())) {
    const at = targetOf(ordinal);
    counts.set(at, (counts.get(at) ?? 0) + 1);
  }
  return counts;
}
