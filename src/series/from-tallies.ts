import type { Tally, TallyResult } from '../engine/engine.ts';
import { counted, type Note, note } from '../note.ts';
import { type Cadence, cadence, firstDay, nests, type Ordinal, ordinalOf } from '../period/index.ts';
import { cadenceError } from './cadence-error.ts';
import { type Cell, emptyCell, measuredOf, merge } from './cell.ts';
import { type Coverage, coverageOf } from './coverage.ts';
import { type DatedTally, datedTallies, type UnreadablePeriod } from './dated-tallies.ts';
import { filledSeries } from './filled-series.ts';
import type { SeriesPlan } from './plan.ts';
import type { Measure, SeriesSet } from './series.ts';

export interface SeriesResult {
  readonly set: SeriesSet;
  readonly notes: readonly Note[];
  readonly unreadable: readonly UnreadablePeriod[];
  /** The tallies that the series rest on, with their periods on the cadence of the series. */
  readonly kept: readonly DatedTally[];
}

/** Turns tallies into series: periods and groups are understood here, once per distinct key. */
export function seriesFromTallies(result: TallyResult, plan: SeriesPlan): SeriesResult {
  const isKept = ({ key }: Tally) => plan.filters.every((filter) => filter.keeps(key[filter.key] ?? ''));
  const { source, dated, unreadable, decisions } = datedTallies(result.tallies, plan, isKept);
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
  const others = plan.zeroBesideOthers ? periodsWithin(known, source, target) : null;
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
  const inTarget = (ordinal: Ordinal) => ordinalOf(firstDay(ordinal, source), target);
  const late = dated.length - known.length;
  const notes = [...decisions, ...totals, ...(late > 0 ? [lateNote(dated, covered, plan)] : [])].map(note);
  return { set, notes, unreadable, kept: kept.map((one) => ({ ...one, ordinal: inTarget(one.ordinal) })) };
}

/** For each period of the series, how many periods of the source have a record inside it. */
function periodsWithin(dated: readonly DatedTally[], source: Cadence, target: Cadence): Map<Ordinal, number> {
  const counts = new Map<Ordinal, number>();
  for (const ordinal of new Set(dated.map((one) => one.ordinal))) {
    const at = ordinalOf(firstDay(ordinal, source), target);
    counts.set(at, (counts.get(at) ?? 0) + 1);
  }
  return counts;
}

const defaultEvery = (source: Cadence) => (source.every === 'day' ? 'month' : source.every);

function lateNote(dated: readonly DatedTally[], covered: Coverage, plan: SeriesPlan): string {
  const late = dated.filter(({ ordinal }) => ordinal > covered.lastOrdinal);
  const records = late.reduce((sum, { tally }) => sum + tally.records, 0);
  return `left out: ${counted(records, 'record')} of periods that start after --as-of ${plan.asOf}`;
}

/** Leaves out values that are totals of others which are there too. */
function withoutTotals(
  dated: readonly DatedTally[],
  plan: SeriesPlan,
): { kept: readonly DatedTally[]; notes: string[] } {
  let kept = dated;
  const notes: string[] = [];
  for (const { name, key, values } of plan.totals ?? []) {
    const isTotal = ({ tally }: DatedTally) => values.includes((tally.key[key] ?? '').trim());
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

/** A measure under the name and unit that the records give it. */
const labelled = (measure: Measure, { name, unit }: Group): Measure => ({
  ...measure,
  name: name ?? measure.name,
  unit: unit ?? measure.unit,
});

interface Group {
  readonly key: readonly string[];
  /** Null where the export names none by the record. */
  readonly name: string | null;
  readonly unit: string | null;
  /** For each measure of the plan: the cells by period of the source. */
  readonly cells: readonly Map<Ordinal, Cell>[];
}

function groupsOf(dated: readonly DatedTally[], plan: SeriesPlan): Group[] {
  const groups = new Map<string, Group>();
  for (const { tally, ordinal } of dated) {
    const key = plan.by.map(({ key: at, renamed }) => newName(tally.key[at] ?? '', renamed));
    const [name, unit] = [plan.labels.name, plan.labels.unit].map((at) =>
      at === null ? null : (tally.key[at] ?? '').trim(),
    );
    const id = JSON.stringify([key, name, unit]);
    const cells = () => plan.measures.map(() => new Map<Ordinal, Cell>());
    const group = groups.get(id) ?? { key, name: name ?? null, unit: unit ?? null, cells: cells() };
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

/** The name that a value has today. */
export const newName = (value: string, renamed: Readonly<Record<string, string>>): string =>
  Object.hasOwn(renamed, value) ? (renamed[value] ?? value) : value;

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
