import { add, compare, type Exact, multiply } from '../math/exact.ts';
import type { ReadCell } from '../source/cell.ts';
import type { Measured, MeasuredAt } from './engine.ts';

/** The cells of one measure under one key, while they are being read. */
export interface OpenMeasured {
  values: number;
  blanks: number;
  rejected: number;
  sum: Exact;
  min: Exact | null;
  max: Exact | null;
  flags?: readonly string[];
}

export const emptyMeasured = (): OpenMeasured => ({ values: 0, blanks: 0, rejected: 0, sum: 0, min: null, max: null });

/** Adds a cell, once or so many times; null is one that is neither a number nor a null token. */
export function addCell(into: OpenMeasured, read: ReadCell | null, times = 1): void {
  if (read === null) into.rejected += times;
  else if (read.value === null) into.blanks += times;
  else addValue(into, read.value, times);
  if (read !== null && read.flag !== null) addFlags(into, [read.flag]);
}

function addValue(into: OpenMeasured, value: Exact, times: number): void {
  into.values += times;
  into.sum = add(into.sum, times === 1 ? value : multiply(value, times));
  if (into.min === null || compare(value, into.min) < 0) into.min = value;
  if (into.max === null || compare(value, into.max) > 0) into.max = value;
}

/** Each flag once, in order. */
function addFlags(into: OpenMeasured, flags: readonly string[]): void {
  if (flags.every((flag) => into.flags?.includes(flag))) return;
  into.flags = [...new Set([...(into.flags ?? []), ...flags])].sort();
}

/** Adds what was measured elsewhere under the same key. */
export function addMeasured(into: OpenMeasured, other: Measured): void {
  into.values += other.values;
  into.blanks += other.blanks;
  into.rejected += other.rejected;
  into.sum = add(into.sum, other.sum);
  if (other.min !== null && (into.min === null || compare(other.min, into.min) < 0)) into.min = other.min;
  if (other.max !== null && (into.max === null || compare(other.max, into.max) > 0)) into.max = other.max;
  if (other.flags) addFlags(into, other.flags);
}

/** The fields of one tally's measure, put together. */
export function measuredAt({ values, blanks, rejected, sum, min, max, flags }: MeasuredAt, i: number): OpenMeasured {
  const told = flags(i);
  return {
    values: values(i),
    blanks: blanks(i),
    rejected: rejected(i),
    sum: sum(i),
    min: min(i),
    max: max(i),
    ...(told && { flags: told }),
  };
}
