import type { Tallies, TallyResult } from '../engine/engine.ts';
import { counted, type Note, note } from '../note.ts';
import { type Cadence, cadence, nests } from '../period/index.ts';
import { targetsOf } from './bins.ts';
import { cadenceError } from './cadence-error.ts';
import { textAt } from './coded.ts';
import { coverageOf, wholePeriods } from './coverage.ts';
import { allRows, datedRows, type UnreadablePeriod } from './dated-rows.ts';
import { filledSeries } from './filled-series.ts';
import { type Group, groupsOf } from './groups.ts';
import type { SeriesPlan } from './plan.ts';
import type { Measure, SeriesSet } from './series.ts';

export interface SeriesResult {
  readonly set: SeriesSet;
  readonly notes: readonly Note[];
  readonly unreadable: readonly UnreadablePeriod[];
}

/** Turns tallies into series: periods and groups are understood here, once per distinct text. */
export function seriesFromTallies({ tallies }: TallyResult, plan: SeriesPlan): SeriesResult {
  const isKept = condition(tallies, plan);
  const { source, ordinalAt, ...dated } = datedRows(tallies, plan, allRows(tallies).filter(isKept));
  const target = cadence(plan.every ?? defaultEvery(source), plan.fiscal);
  if (!nests(source, target)) throw cadenceError(source, target);
  const covered = coverageOf(dated.ordinals, source, plan);
  const isLate = (row: number) => ordinalAt(row) > covered.lastOrdinal;
  const late = dated.rows.filter(isLate);
  const asked = dated.rows.filter((row) => !isLate(row) && isKept(row));
  const { kept, notes: totals } = withoutTotals(tallies, asked, plan);
  const groups = groupsOf(tallies, kept, plan);
  const targetOf = targetsOf(source, target);
  const unfilled = {
    tallies,
    plan,
    ordinalAt,
    targetOf,
    source,
    target,
    covered,
    whole: wholePeriods(covered, target),
  };
  const series = plan.measures.flatMap(({ measure, at }) =>
    groups.map((group) =>
      filledSeries({ key: group.key, rows: group.rows, at, measure: labelled(measure, group) }, unfilled),
    ),
  );
  const set: SeriesSet = {
    dimensions: plan.by.map(({ name }) => name),
    cadence: target,
    finest: source.every,
    covered: { from: covered.from, to: covered.to },
    series,
  };
  const notes = [...dated.decisions, ...totals, ...(late.length > 0 ? [lateNote(tallies, late, plan)] : [])].map(note);
  return { set, notes, unreadable: dated.unreadable };
}

const defaultEvery = (source: Cadence) => (source.every === 'day' ? 'month' : source.every);

/** Whether all conditions keep a tally; each is asked once per distinct text. */
function condition(tallies: Tallies, { filters }: SeriesPlan): (row: number) => boolean {
  const kept = filters.map(({ key, keeps }) => {
    const column = tallies.keys[key];
    const byCode = column?.texts.map(keeps);
    return (row: number) => byCode?.[column?.codes[row] ?? 0] ?? false;
  });
  return (row) => kept.every((keeps) => keeps(row));
}

function recordsOf(tallies: Tallies, rows: Uint32Array): number {
  let records = 0;
  for (const row of rows) records += tallies.at(row).records;
  return records;
}

const lateNote = (tallies: Tallies, late: Uint32Array, { asOf }: SeriesPlan): string =>
  `left out: ${counted(recordsOf(tallies, late), 'record')} of periods that start after --as-of ${asOf}`;

/** Leaves out values that are totals of others which are there too. */
function withoutTotals(
  tallies: Tallies,
  asked: Uint32Array,
  plan: SeriesPlan,
): { readonly kept: Uint32Array; readonly notes: readonly string[] } {
  let kept = asked;
  const notes: string[] = [];
  for (const { name, key, values } of plan.totals ?? []) {
    const text = (row: number) => textAt(tallies.keys[key], row).trim();
    const totals = kept.filter((row) => values.includes(text(row)));
    if (totals.length === 0 || totals.length === kept.length) continue;
    kept = kept.filter((row) => !values.includes(text(row)));
    const found = [...new Set(Array.from(totals, text))];
    const which = `${found[0]}${found.length > 1 ? ` and ${found.length - 1} more` : ''}`;
    notes.push(
      `left out: ${counted(recordsOf(tallies, totals), 'record')} of ${name} ${which}, which are totals of others (--by ${JSON.stringify(name)} shows them)`,
    );
  }
  return { kept, notes };
}

/** A measure under the name and unit that the records give it. */
const labelled = (measure: Measure, { name, unit }: Group): Measure => ({
  ...measure,
  name: name ?? measure.name,
  unit: unit ?? measure.unit,
});
