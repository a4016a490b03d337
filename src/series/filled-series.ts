import { inputError } from '../errors.ts';
import { type Ordinal, periodText } from '../period/index.ts';
import { type Cell, clear, emptyCell, statisticOf } from './cell.ts';
import type { DatedList } from './dated-list.ts';
import type { PeriodMap } from './period-map.ts';
import { expectsAll, type SeriesPlan } from './plan.ts';
import { type Flag, type Measure, NO_FLAGS, type Series } from './series.ts';
import type { TallyAdder } from './tally-adder.ts';

interface Unfilled {
  readonly key: readonly string[];
  readonly measure: Measure;
  readonly dated: DatedList;
  /** The places of the group's tallies, in the order of their periods. */
  readonly places: Uint32Array;
  readonly add: TallyAdder;
  readonly periods: PeriodMap;
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
 * Puts the tallies of one group into a series that holds every period between its ends, with gaps made explicit.
 *
 * Where an absent record means zero, or does beside those of others, the ends are those of the source, elsewhere those of
 * the group's own records.
 */
export function filledSeries(unfilled: Unfilled): Series | null {
  const { key, measure, places, periods, others, plan } = unfilled;
  if (places.length === 0) return null;
  const additive = measure.statistic === 'sum' || measure.statistic === 'count';
  const isZero = (at: Ordinal) => additive && (plan.gaps === 'zero' || others?.has(at) === true);
  const [first, last] = endsOf(unfilled);
  if (plan.gaps === 'error' && expectsAll(plan, periods.source.every)) refuseGap(unfilled);
  const length = last - first + 1;
  const values = new Array<Series['values'][number]>(length);
  const records = new Array<number>(length);
  const flags = new Array<Series['flags'][number]>(length);
  const open: Bin = { cell: emptyCell(), present: 0 };
  let row = 0;
  for (let ordinal = first; ordinal <= last; ordinal++) {
    const next = readBin(open, row, ordinal, unfilled);
    const bin = next > row ? open : null;
    row = next;
    if (!bin && plan.gaps === 'error') throw gapError(key, periodText(ordinal, periods.target));
    const value = bin ? statisticOf(bin.cell, measure.statistic) : isZero(ordinal) ? 0 : null;
    values[ordinal - first] = value;
    records[ordinal - first] = bin?.cell.values ?? 0;
    flags[ordinal - first] = flagsOf(value, bin, ordinal, unfilled);
  }
  const noGap = periods.target.every !== 'day' ? undefined : plan.expectsDays ? 'blank' : 'all';
  return { key, measure, first, noGap, values, records, flags };
}

/** The first and the last period of the series. */
function endsOf({ dated, places, periods, others, plan }: Unfilled): [Ordinal, Ordinal] {
  const { covered, targetOf } = periods;
  if (plan.gaps === 'zero' || others) return [targetOf(covered.firstOrdinal), targetOf(covered.lastOrdinal)];
  return [targetOf(dated.ordinalAt(places[0] ?? 0)), targetOf(dated.ordinalAt(places[places.length - 1] ?? 0))];
}

/** Reads the tallies of a target period, which begin at a row; gives the row behind them. */
function readBin(bin: Bin, from: number, ordinal: Ordinal, { dated, places, add, periods }: Unfilled): number {
  let row = from;
  for (let period = Number.NaN, found = 0; row < places.length; row++) {
    const place = places[row] ?? 0;
    const own = dated.ordinalAt(place);
    if (periods.targetOf(own) !== ordinal) break;
    if (row === from) {
      clear(bin.cell);
      bin.present = 0;
    }
    add(bin.cell, place);
    const { values, blanks, rejected } = bin.cell;
    const all = values + blanks + rejected;
    if (all > found && own !== period) {
      bin.present++;
      period = own;
    }
    found = all;
  }
  return row;
}

function flagsOf(value: unknown, bin: Bin | null, ordinal: Ordinal, unfilled: Unfilled): readonly Flag[] {
  const { periods, others, plan } = unfilled;
  const { isPartial, expected } = periods.factsOf(ordinal);
  const flags: Flag[] = [];
  if (value === null) flags.push('missing');
  if (!bin && value !== null) flags.push('zero-filled');
  if (isPartial) flags.push('partial');
  const present = others?.get(ordinal) ?? bin?.present ?? 0;
  const expectsMore = plan.gaps === 'missing' && present < expected;
  if ((bin || value !== null) && !isPartial && expectsMore) flags.push('incomplete');
  if (bin) {
    if (bin.cell.blanks > 0) flags.push('blank');
    if (bin.cell.rejected > 0) flags.push('rejects');
    for (const flag of bin.cell.flags) flags.push(`source:${flag}`);
  }
  return flags.length === 0 ? NO_FLAGS : flags;
}

/** A gap inside a longer period is one too: a year of eleven months is no year. */
function refuseGap({ key, dated, places, periods }: Unfilled): void {
  for (let row = 1; row < places.length; row++) {
    const [before, own] = [dated.ordinalAt(places[row - 1] ?? 0), dated.ordinalAt(places[row] ?? 0)];
    if (own > before + 1) throw gapError(key, periodText(before + 1, periods.source));
  }
}

function gapError(key: readonly string[], period: string): Error {
  const group = key.length > 0 ? `${key.join(', ')}: ` : '';
  return inputError(
    `${group}${period} has no record`,
    'accept gaps with --gaps missing, or count them as zero with --gaps zero',
  );
}
