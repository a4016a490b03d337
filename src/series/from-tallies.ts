import type { Tally, TallyResult } from '../engine/engine.ts';
import { counted, type Note, note } from '../note.ts';
import { type Cadence, cadence, nests } from '../period/index.ts';
import { cadenceError } from './cadence-error.ts';
import { type Coverage, coverageOf } from './coverage.ts';
import { datedTallies, type UnreadablePeriod } from './dated-tallies.ts';
import { filledSeries } from './filled-series.ts';
import { type Dated, groupsOf } from './groups.ts';
import { labelledMeasures } from './labelled-measures.ts';
import type { SeriesPlan } from './plan.ts';
import type { SeriesSet } from './series.ts';

export interface SeriesResult {
  readonly set: SeriesSet;
  readonly notes: readonly Note[];
  readonly unreadable: readonly UnreadablePeriod[];
}

/** Turns tallies into series: periods and groups are understood here, once per distinct key. */
export function seriesFromTallies(result: TallyResult, plan: SeriesPlan): SeriesResult {
  const isKept = ({ key }: Tally) => plan.filters.every((filter) => filter.keeps(key[filter.key] ?? ''));
  const { source, dated, unreadable, decisions } = datedTallies(result.tallies, plan.period, isKept);
  const target = cadence(plan.every ?? defaultEvery(source), plan.fiscal);
  if (!nests(source, target)) throw cadenceError(source, target);
  const covered = coverageOf(
    dated.map(({ ordinal }) => ordinal),
    source,
    plan,
  );
  const known = dated.filter(({ ordinal }) => ordinal <= covered.lastOrdinal);
  const asked = known.filter(({ tally }) => isKept(tally));
  const { kept, notes: totals } = withoutTotals(asked, plan);
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
  const late = dated.length - known.length;
  const notes = [...decisions, ...totals, ...(late > 0 ? [lateNote(dated, covered, plan)] : [])].map(note);
  return { set, notes, unreadable };
}

const defaultEvery = (source: Cadence) => (source.every === 'day' ? 'month' : source.every);

function lateNote(dated: readonly Dated[], covered: Coverage, plan: SeriesPlan): string {
  const late = dated.filter(({ ordinal }) => ordinal > covered.lastOrdinal);
  const records = late.reduce((sum, { tally }) => sum + tally.records, 0);
  return `left out: ${counted(records, 'record')} of periods that start after --as-of ${plan.asOf}`;
}

/** Leaves out values that are totals of others which are there too. */
function withoutTotals(dated: readonly Dated[], plan: SeriesPlan): { kept: readonly Dated[]; notes: string[] } {
  let kept = dated;
  const notes: string[] = [];
  for (const { name, key, values } of plan.totals ?? []) {
    const isTotal = ({ tally }: Dated) => values.includes((tally.key[key] ?? '').trim());
    const [totals, parts] = [kept.filter(isTotal), kept.filter((one) => !isTotal(one))];
    if (totals.length === 0 || parts.length === 0) continue;
    kept = parts;
    const records = counted(
      totals.reduce((sum, { tally }) => sum + tally.records, 0),
      'record',
    );
    const found = [...new Set(totals.map(({ tally }) => (tally.key[key] ?? '').trim()))];
    const which = `${found[0]}${found.length > 1 ? ` and ${found.length - 1} more` : ''}`;
    notes.push(
      `left out: ${records} of ${name} ${which}, which are totals of others (--by ${JSON.stringify(name)} shows them)`,
    );
  }
  return { kept, notes };
}
