import { inputError } from '../errors.ts';
import { type Cadence, firstDay, lastDay, type Ordinal, ordinalOf, periodText, type Window } from '../period/index.ts';
import { type Bin, type Binned, binsOf } from './bins.ts';
import { statisticOf } from './cell.ts';
import type { Coverage } from './coverage.ts';
import { type Flag, type Measure, NO_FLAGS, type Series } from './series.ts';

/** What all series of a source have in common. */
export interface Unfilled extends Binned {
  readonly source: Cadence;
  readonly target: Cadence;
  readonly covered: Coverage;
  /** The target periods that are covered to their ends. */
  readonly whole: Window;
}

/** What one series is made of. */
interface Parts {
  readonly key: readonly string[];
  readonly measure: Measure;
  /** The position of the measure among those of a tally, or null where records are counted. */
  readonly at: number | null;
  readonly rows: Uint32Array;
}

/**
 * Puts the tallies of one group into a series that holds every period between its ends, with gaps made explicit.
 *
 * Where an absent record means zero the ends are those of the source, elsewhere those of the group's own records.
 */
export function filledSeries({ key, measure, at, rows }: Parts, unfilled: Unfilled): Series {
  const { target, plan } = unfilled;
  const bins = binsOf(rows, at, unfilled);
  const zero = plan.gaps === 'zero' && (measure.statistic === 'sum' || measure.statistic === 'count');
  const [first, last] = endsOf(bins, unfilled);
  if (plan.gaps === 'error' && plan.expectsAll(unfilled.source.every)) refuseGap(key, rows, unfilled);
  const values: Series['values'][number][] = [];
  const records: number[] = [];
  const flags: Series['flags'][number][] = [];
  for (let ordinal = first; ordinal <= last; ordinal++) {
    const bin = bins.get(ordinal);
    if (!bin && plan.gaps === 'error') throw gapError(key, periodText(ordinal, target));
    const value = bin ? statisticOf(bin.cell, measure.statistic) : zero ? 0 : null;
    values.push(value);
    records.push(bin?.cell.values ?? 0);
    flags.push(flagsOf(value, bin, ordinal, unfilled));
  }
  const noGap = target.every !== 'day' ? undefined : plan.expectsAll('day') ? 'blank' : 'all';
  return { key, measure, first, noGap, values, records, flags };
}

/** The first and the last period of a series. */
function endsOf(bins: ReadonlyMap<Ordinal, Bin>, { plan, covered, targetOf }: Unfilled): [Ordinal, Ordinal] {
  if (plan.gaps === 'zero') return [targetOf(covered.firstOrdinal), targetOf(covered.lastOrdinal)];
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const ordinal of bins.keys()) {
    if (ordinal < first) first = ordinal;
    if (ordinal > last) last = ordinal;
  }
  return [first, last];
}

function flagsOf(value: unknown, bin: Bin | undefined, ordinal: Ordinal, unfilled: Unfilled): readonly Flag[] {
  const { whole, plan } = unfilled;
  const flags: Flag[] = [];
  if (value === null) flags.push('missing');
  if (!bin && value !== null) flags.push('zero-filled');
  const partial = ordinal < whole.first || ordinal > whole.last;
  if (partial) flags.push('partial');
  if (bin) {
    if (!partial && plan.gaps === 'missing' && bin.present < expected(ordinal, unfilled)) flags.push('incomplete');
    if (bin.cell.blanks > 0) flags.push('blank');
    if (bin.cell.rejected > 0) flags.push('rejects');
    for (const flag of bin.cell.flags) flags.push(`source:${flag}`);
  }
  return flags.length === 0 ? NO_FLAGS : flags;
}

/** How many periods of the source should have a record inside a target period. */
function expected(ordinal: Ordinal, { source, target, plan }: Unfilled): number {
  if (source.every === target.every || !plan.expectsAll(source.every)) return 0;
  return ordinalOf(lastDay(ordinal, target), source) - ordinalOf(firstDay(ordinal, target), source) + 1;
}

/** A gap inside a longer period is one too: a year of eleven months is no year. */
function refuseGap(key: readonly string[], rows: Uint32Array, { ordinalAt, source }: Unfilled): void {
  const known = [...new Set(Array.from(rows, ordinalAt))].sort((a, b) => a - b);
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
