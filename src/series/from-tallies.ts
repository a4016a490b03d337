import type { TallyResult } from '../engine/engine.ts';
import { type Note, note } from '../note.ts';
import { type Cadence, firstDay, type Ordinal, ordinalOf } from '../period/index.ts';
import type { Dated, UnreadablePeriod } from './dated-tallies.ts';
import { filledSeries } from './filled-series.ts';
import { groupsOf } from './groups.ts';
import { keptTallies } from './kept-tallies.ts';
import { labelledMeasures } from './labelled-measures.ts';
import type { Filter, SeriesPlan } from './plan.ts';
import type { Measure, SeriesSet } from './series.ts';

export interface SeriesResult {
  readonly set: SeriesSet;
  readonly notes: readonly Note[];
  readonly unreadable: readonly UnreadablePeriod[];
  /** What the series were made of. */
  readonly kept: readonly Dated[];
}

/** Turns tallies into series: periods and groups are understood here, once per distinct key. */
export function seriesFromTallies(result: TallyResult, plan: SeriesPlan): SeriesResult {
  const { source, target, covered, kept, dated, unreadable, notes } = keptTallies(result, plan);
  const others = plan.zeroBeside ? periodsWithin(witnesses(dated, plan.zeroBeside), source, target) : null;
  const groups = groupsOf(kept, plan);
  const labelled = labelledMeasures(groups, plan);
  const series = plan.measures.flatMap(({ measure }, at) =>
    groups.map((group) =>
      filledSeries({
        key: group.key,
        measure: qualified(labelled(measure, group), plan.qualifier),
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
  return { set, notes: notes.map(note), unreadable, kept };
}

const qualified = (measure: Measure, qualifier: string | undefined): Measure =>
  qualifier === undefined ? measure : { ...measure, unit: `${measure.unit} ${qualifier}` };

/** The tallies that tell that their periods are covered. */
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
