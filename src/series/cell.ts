import type { Measured, Tally } from '../engine/engine.ts';
import { add, compare, divide, type Exact } from '../math/exact.ts';
import type { Statistic } from './series.ts';

/** The records of one group and one period of the source, put together. */
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

export const emptyCell = (): Cell => ({
  values: 0,
  blanks: 0,
  rejected: 0,
  sum: 0,
  min: null,
  max: null,
  flags: NONE,
});

/** The cells of a tally's measure; counting records, each is one. */
export function measuredOf(tally: Tally, at: number | null): Measured {
  const measured = at === null ? undefined : tally.measures[at];
  return measured ?? { values: tally.records, blanks: 0, rejected: 0, sum: tally.records, min: 1, max: 1 };
}

/** Adds `from` to `into`. */
export function merge(into: Cell, from: Measured | Cell): void {
  into.values += from.values;
  into.blanks += from.blanks;
  into.rejected += from.rejected;
  into.sum = add(into.sum, from.sum);
  if (from.min !== null && (into.min === null || compare(from.min, into.min) < 0)) into.min = from.min;
  if (from.max !== null && (into.max === null || compare(from.max, into.max) > 0)) into.max = from.max;
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
