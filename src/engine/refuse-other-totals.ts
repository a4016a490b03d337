import { cutOtherwise } from '../databases/duckdb/cut-otherwise.ts';
import { compare, type Exact } from '../math/exact.ts';
import type { SourceTable } from '../source/source.ts';
import type { Measured, Tallies, TallyResult } from './engine.ts';
import { addMeasured, emptyMeasured } from './measured.ts';

/** Tallies that do not add up to the totals of all records come from records that were cut otherwise. */
export function refuseOtherTotals({ files }: SourceTable, tallies: Tallies, whole: TallyResult): void {
  const total = whole.tallies.at(0);
  const sums = (total?.measures ?? []).map(emptyMeasured);
  let records = 0;
  for (const tally of tallies) {
    records += tally.records;
    for (const [i, into] of sums.entries()) addMeasured(into, tally.measures[i] as Measured);
  }
  const isSame = sums.every((sum, i) => isAlike(sum, total?.measures[i] as Measured));
  if (records === (total?.records ?? 0) && isSame) return;
  throw cutOtherwise(files.map(({ name }) => name).join(', '));
}

const isAlike = (a: Measured, b: Measured): boolean =>
  a.values === b.values &&
  a.blanks === b.blanks &&
  a.rejected === b.rejected &&
  isEqual(a.sum, b.sum) &&
  isEqual(a.min, b.min) &&
  isEqual(a.max, b.max);

const isEqual = (a: Exact | null, b: Exact | null): boolean =>
  a === null || b === null ? a === b : compare(a, b) === 0;
