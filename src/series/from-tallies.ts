import type { TallyResult } from '../engine/engine.ts';
import { type Note, note } from '../note.ts';
import type { Dated, UnreadablePeriod } from './dated-tallies.ts';
import { filledSeries } from './filled-series.ts';
import { groupsOf } from './groups.ts';
import { keptTallies } from './kept-tallies.ts';
import { labelledMeasures } from './labelled-measures.ts';
import type { SeriesPlan } from './plan.ts';
import type { SeriesSet } from './series.ts';

export interface SeriesResult {
  readonly set: SeriesSet;
  readonly notes: readonly Note[];
  readonly unreadable: readonly UnreadablePeriod[];
  /** What the series were made of. */
  readonly kept: readonly Dated[];
}

/** Turns tallies into series: periods and groups are understood here, once per distinct key. */
export function seriesFromTallies(result: TallyResult, plan: SeriesPlan): SeriesResult {
  const { source, target, covered, kept, unreadable, notes } = keptTallies(result, plan);
  const groups = groupsOf(kept, plan);
  const labelled = labelledMeasures(groups, plan);
  const series = plan.measures.flatMap(({ measure }, at) =>
    groups.map((group) =>
      filledSeries({
        key: group.key,
        measure: labelled(measure, group),
        cells: group.cells[at] ?? new Map(),
        source,
        target,
        covered,
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
