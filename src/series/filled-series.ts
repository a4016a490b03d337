import { inputError } from '../errors.ts';
import { type Cadence, dayNumber, firstDay, lastDay, type Ordinal, ordinalOf, periodText } from '../period/index.ts';
import { addFlags, type Cell, emptyCell, merge, statisticOf } from './cell.ts';
import type { Coverage } from './coverage.ts';
import type { SeriesPlan } from './plan.ts';
import { type Flag, type Measure, NO_FLAGS, type Series } from './series.ts';

interface Unfilled {
  readonly key: readonly string[];
  readonly measure: Measure;
  /** By period of the source. */
  readonly cells: ReadonlyMap<Ordinal, Cell>;
  readonly source: Cadence;
  readonly target: Cadence;
  readonly covered: Coverage;
  /** For each target period, how many periods of the source are known to be covered; null where that tells nothing. */
  readonly others: ReadonlyMap<Ordinal, number> | null;
  readonly plan: SeriesPlan;
}

/** The records of one target period, and how many periods of the source have one. */
interface Bin {
  readonly cell: Cell;
  present: number;
}

/**
 * Puts the cells of one group into a series that holds every period between its ends, with gaps made explicit.
 *
 * Where an absent record means zero, or does beside those of others, the ends are those of the source, elsewhere those of
 * the group's own records.
 */
export function filledSeries(unfilled: Unfilled): Series | null {
  const { key, measure, cells, source, target, covered, others, plan } = unfilled;
  const bins = binsOf(cells, source, target);
  const additive = measure.statistic === 'sum' || measure.statistic === 'count';
  const isZero = (at: Ordinal) => additive && (plan.gaps === 'zero' || others?.has(at) === true);
  const ends = plan.gaps === 'zero' || others ? [covered.firstOrdinal, covered.lastOrdinal] : [...cells.keys()];
  if (bins.size === 0) return null;
  const [first, last] = targetEnds(ends, source, target);
  if (plan.gaps === 'error' && plan.expectsAll(source.every)) refuseGap(key, cells, source);
  const values: Series['values'][number][] = [];
  const records: number[] = [];
  const flags: Series['flags'][number][] = [];
  for (let ordinal = first; ordinal <= last; ordinal++) {
    const bin = bins.get(ordinal);
    if (!bin && plan.gaps === 'error') throw gapError(key, periodText(ordinal, target));
    const value = bin ? statisticOf(bin.cell, measure.statistic) : isZero(ordinal) ? 0 : null;
    values.push(value);
    records.push(bin?.cell.values ?? 0);
    flags.push(flagsOf(value, bin, ordinal, unfilled));
  }
  const noGap = target.every !== 'day' ? undefined : plan.expectsAll('day') ? 'blank' : 'all';
  return { key, measure, first, noGap, values, records, flags };
}

function binsOf(cells: ReadonlyMap<Ordinal, Cell>, source: Cadence, target: Cadence): Map<Ordinal, Bin> {
  const bins = new Map<Ordinal, Bin>();
  if (source.every === target.every && !source.every.startsWith('fiscal')) {
    for (const [ordinal, cell] of cells) bins.set(ordinal, { cell, present: 1 });
    return bins;
  }
  for (const [ordinal, cell] of cells) {
    const at = ordinalOf(firstDay(ordinal, source), target);
    const bin = bins.get(at) ?? { cell: emptyCell(), present: 0 };
    bins.set(at, bin);
    merge(bin.cell, cell);
    addFlags(bin.cell, cell.flags);
    if (cell.values + cell.blanks + cell.rejected > 0) bin.present++;
  }
  return bins;
}

function targetEnds(ends: readonly Ordinal[], source: Cadence, target: Cadence): [Ordinal, Ordinal] {
  const ordered = ends.map((ordinal) => ordinalOf(firstDay(ordinal, source), target)).sort((a, b) => a - b);
  return [ordered[0] ?? 0, ordered[ordered.length - 1] ?? -1];
}

function flagsOf(value: unknown, bin: Bin | undefined, ordinal: Ordinal, unfilled: Unfilled): readonly Flag[] {
  const { source, target, covered, others, plan } = unfilled;
  const flags: Flag[] = [];
  if (value === null) flags.push('missing');
  if (!bin && value !== null) flags.push('zero-filled');
  const first = dayNumber(firstDay(ordinal, target));
  const last = dayNumber(lastDay(ordinal, target));
  const partial = first < dayNumber(covered.from) || last > dayNumber(covered.to);
  if (partial) flags.push('partial');
  const present = others?.get(ordinal) ?? bin?.present ?? 0;
  const expectsMore = plan.gaps === 'missing' && present < expected(ordinal, source, target, plan);
  if ((bin || value !== null) && !partial && expectsMore) flags.push('incomplete');
  if (bin) {
    if (bin.cell.blanks > 0) flags.push('blank');
    if (bin.cell.rejected > 0) flags.push('rejects');
    for (const flag of bin.cell.flags) flags.push(`source:${flag}`);
  }
  return flags.length === 0 ? NO_FLAGS : flags;
}

/** How many periods of the source should have a record inside a target period. */
function expected(ordinal: Ordinal, source: Cadence, target: Cadence, plan: SeriesPlan): number {
  if (source.every === target.every || !plan.expectsAll(source.every)) return 0;
  return ordinalOf(lastDay(ordinal, target), source) - ordinalOf(firstDay(ordinal, target), source) + 1;
}

/** A gap inside a longer period is one too: a year of eleven months is no year. */
function refuseGap(key: readonly string[], cells: ReadonlyMap<Ordinal, Cell>, source: Cadence): void {
  const known = [...cells.keys()].sort((a, b) => a - b);
  const before = known.findIndex((ordinal, i) => (known[i + 1] ?? ordinal + 1) > ordinal + 1);
  if (before >= 0) throw gapError(key, periodText((known[before] ?? 0) + 1, source));
}

function gapError(key: readonly string[], period: string): Error {
  const group = key.length > 0 ? `${key.join(', ')}: ` : '';
  return inputError(
    `${group}${period} has no record`,
    'accept gaps with --gaps missing, or count them as zero with --gaps zero',
  );
}
