import type { Place, Tally, TallyResult } from '../engine/engine.ts';
import { inputError } from '../errors.ts';
import { counted, type Note, note } from '../note.ts';
import { type Cadence, cadence, nests, type Ordinal, periodColumn } from '../period/index.ts';
import { cadenceError } from './cadence-error.ts';
import { type Cell, emptyCell, measuredOf, merge } from './cell.ts';
import { type Coverage, coverageOf } from './coverage.ts';
import { filledSeries } from './filled-series.ts';
import type { SeriesPlan } from './plan.ts';
import { published } from './published.ts';
import type { Measure, SeriesSet } from './series.ts';
import { type Dated, withoutTotals } from './without-totals.ts';

/** Records whose period could not be read, by what stood there. */
export interface UnreadablePeriod {
  readonly text: string;
  readonly records: number;
  readonly first: Place;
}

export interface SeriesResult {
  readonly set: SeriesSet;
  readonly notes: readonly Note[];
  readonly unreadable: readonly UnreadablePeriod[];
}

/** Turns tallies into series: periods and groups are understood here, once per distinct key. */
export function seriesFromTallies(result: TallyResult, plan: SeriesPlan): SeriesResult {
  const isKept = ({ key }: Tally) => plan.filters.every((filter) => filter.keeps(key[filter.key] ?? ''));
  const { source, dated: all, unreadable, decisions } = datedTallies(result.tallies, plan, isKept);
  const { dated, notes: unpublished } = published(all, source, plan);
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
  const notes = [...decisions, ...unpublished, ...totals, ...(late > 0 ? [lateNote(dated, covered, plan)] : [])].map(
    note,
  );
  return { set, notes, unreadable };
}

const defaultEvery = (source: Cadence) => (source.every === 'day' ? 'month' : source.every);

/**
 * The tallies with their periods, which are read as the whole source decides. Where that cannot be, such as with a
 * yearly total among the months, the records that the conditions keep decide for themselves.
 */
function datedTallies(all: readonly Tally[], plan: SeriesPlan, isKept: (tally: Tally) => boolean) {
  const whole = withPeriods(all, plan);
  if (!('problem' in whole)) return whole;
  const kept = withPeriods(all.filter(isKept), plan);
  if ('problem' in kept) throw inputError(whole.problem, whole.hint);
  return kept;
}

function withPeriods(tallies: readonly Tally[], plan: SeriesPlan) {
  const raw = new Map<string, string[]>();
  const ids = tallies.map(({ key }) => {
    const texts = plan.period.keys.map((at) => key[at] ?? '');
    const id = JSON.stringify(texts);
    raw.set(id, texts);
    return id;
  });
  const column = periodColumn([...raw.values()], plan.period.form);
  if ('problem' in column) return column;
  const ordinals = new Map([...raw.keys()].map((id, i) => [id, column.ordinals[i] ?? null]));
  const dated: Dated[] = [];
  const unreadable: UnreadablePeriod[] = [];
  for (const [i, tally] of tallies.entries()) {
    const id = ids[i] ?? '';
    const ordinal = ordinals.get(id) ?? null;
    if (ordinal !== null) dated.push({ tally, ordinal });
    else unreadable.push({ text: (raw.get(id) ?? []).join(' '), records: tally.records, first: tally.first });
  }
  return { source: cadence(column.every, plan.period.form.fiscal), dated, unreadable, decisions: column.decisions };
}

function lateNote(dated: readonly Dated[], covered: Coverage, plan: SeriesPlan): string {
  const late = dated.filter(({ ordinal }) => ordinal > covered.lastOrdinal);
  const records = late.reduce((sum, { tally }) => sum + tally.records, 0);
  return `left out: ${counted(records, 'record')} of periods that start after --as-of ${plan.asOf}`;
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

function groupsOf(dated: readonly Dated[], plan: SeriesPlan): Group[] {
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
  const sortKey = ({ key, name, unit }: Group) => [...key, name ?? '', unit ?? ''];
  return [...groups.values()].sort((a, b) => compareKeys(sortKey(a), sortKey(b)));
}

/** The name that a value has today. */
export const newName = (value: string, renamed: Readonly<Record<string, string>>): string =>
  Object.hasOwn(renamed, value) ? (renamed[value] ?? value) : value;

/** By code unit, part by part: the same on every machine. */
function compareKeys(a: readonly string[], b: readonly string[]): number {
  for (const [i, text] of a.entries()) {
    const other = b[i] ?? '';
    if (text !== other) return text < other ? -1 : 1;
  }
  return 0;
}
