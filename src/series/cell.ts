import type { Measured, MeasuredAt, Tally } from '../engine/engine.ts';
import { add, compare, divide, type Exact } from '../math/exact.ts';
import type { Statistic } from './series.ts';

/** The records of one group and one period, put together. */
export interface Cell {
  values: number;
  blanks: number;
  rejected: number;
  sum: Exact;
  min: Exact | null;
  max: Exact | null;
  /** Those of the source, each once and in order. */
  flags: readonly string[];
}

const NONE: readonly string[] = [];

export const emptyCell = (): Cell => ({ values: 0, blanks: 0, rejected: 0, sum: 0, min: null, max: null, flags: NONE });

/** Empties a cell, so that it can be used for others. */
export function clear(cell: Cell): void {
  cell.values = 0;
  cell.blanks = 0;
  cell.rejected = 0;
  cell.sum = 0;
  cell.min = null;
  cell.max = null;
  cell.flags = NONE;
}

/** The cells of a tally's measure; counting records, each is one. */
export function measuredOf(tally: Tally, at: number | null): Measured {
  const measured = at === null ? undefined : tally.measures[at];
  return measured ?? { values: tally.records, blanks: 0, rejected: 0, sum: tally.records, min: 1, max: 1 };
}

/** Adds what was measured. */
export function merge(into: Cell, { values, blanks, rejected, sum, min, max }: Measured): void {
  addCounts(into, values, blanks, rejected, sum);
  addEnds(into, min, max);
}

/** Adds what the tally at a place measured; the least and the greatest value only where they are asked for. */
export function mergeAt(into: Cell, from: MeasuredAt, place: number, ends: boolean): void {
  addCounts(into, from.values(place), from.blanks(place), from.rejected(place), from.sum(place));
  if (ends) addEnds(into, from.min(place), from.max(place));
}

function addCounts(into: Cell, values: number, blanks: number, rejected: number, sum: Exact): void {
  into.values += values;
  into.blanks += blanks;
  into.rejected += rejected;
  into.sum = add(into.sum, sum);
}

function addEnds(into: Cell, least: Exact | null, greatest: Exact | null): void {
  if (least !== null && (into.min === null || compare(least, into.min) < 0)) into.min = least;
  if (greatest !== null && (into.max === null || compare(greatest, into.max) > 0)) into.max = greatest;
}

/** Adds flags that stand beside what was added. */
export function addFlags(into: Cell, flags: readonly string[]): void {
  if (flags.every((flag) => into.flags.includes(flag))) return;
  into.flags = [...new Set([...into.flags, ...flags])].sort();
}

/** The value of a cell, or null when none of its records has one. */
export function statisticOf(cell: Cell, statistic: Statistic): Exact | null {
  if (cell.values === 0) return null;
  if (statistic === 'sum') return cell.sum;
  if (statistic === 'count') return cell.values;
  if (statistic === 'mean') return divide(cell.sum, cell.values);
  return cell[statistic];
}
