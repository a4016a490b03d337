import type { Place, Tally, TallyResult } from '../engine/engine.ts';
import { inputError } from '../errors.ts';
import { counted, type Note, note } from '../note.ts';
import { type Cadence, cadence, nests, type Ordinal, periodColumn } from '../period/index.ts';
import { cadenceError } from './cadence-error.ts';
import { type Cell, emptyCell, measuredOf, merge } from './cell.ts';
import { type Coverage, coverageOf } from './coverage.ts';
import { filledSeries } from './filled-series.ts';
import { type GroupKey, groupKey } from './group-key.ts';
import type { SeriesPlan } from './plan.ts';
import type { Measure, SeriesSet } from './series.ts';

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
  /** What the series were made of. */
  readonly kept: readonly Dated[];
}

/** A tally whose period, as the source has it, is understood. */
export interface Dated {
  readonly tally: Tally;
  readonly ordinal: Ordinal;
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
  return { set, notes, unreadable, kept };
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

/** A measure under the name and unit that the records give it. */
const labelled = (measure: Measure, { name, unit }: Group): Measure => ({
  ...measure,
  name: name ?? measure.name,
  unit: unit ?? measure.unit,
});

interface Group extends GroupKey {
  /** For each measure of the plan: the cells by period of the source. */
  readonly cells: readonly Map<Ordinal, Cell>[];
}

function groupsOf(dated: readonly Dated[], plan: SeriesPlan): Group[] {
  const groups = new Map<string, Group>();
  for (const { tally, ordinal } of dated) {
    const key = groupKey(tally, plan);
    const id = JSON.stringify(key);
    const cells = () => plan.measures.map(() => new Map<Ordinal, Cell>());
    const group = groups.get(id) ?? { ...key, cells: cells() };
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

/** By code unit, part by part: the same on every machine. */
function compareKeys(a: readonly string[], b: readonly string[]): number {
  for (const [i, text] of a.entries()) {
    const other = b[i] ?? '';
    if (text !== other) return text < other ? -1 : 1;
  }
  return 0;
}
