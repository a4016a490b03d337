import { EXIT, inputError, UserError } from '../errors.ts';
import { counted, type Note, note } from '../note.ts';
import type { Dated } from '../series/dated-list.ts';
import { totalsOf } from './plan.ts';
import { isTotalOf, type ReadRecords } from './read-records.ts';
import type { SeriesOptions } from './series-options.ts';
import type { Dimension } from './tidy-plan.ts';

/** Which records become rows. */
interface TidyScope {
  /** Columns that are no dimensions, whose totals are left out for that. */
  readonly hidden: readonly string[];
  readonly records: number;
  readonly notes: readonly Note[];
}

/** Decides from the tallies which records become rows, and says so; refuses what cannot be read where that is asked. */
export function tidyScope(
  { source, plan, kept, rejected }: ReadRecords,
  dimensions: readonly Dimension[],
  options: SeriesOptions,
): TidyScope {
  if (options.strict && rejected[0]) throw inputError(rejected[0].text, 'mend the source, or leave out --strict');
  if (kept.length === 0) {
    throw new UserError('no record is left under these conditions', { exitCode: EXIT.tooLittleData });
  }
  const unseen = totalsOf(source, dimensions, plan.conditions).map(([name]) => name);
  const hidden: string[] = [];
  const notes: Note[] = [];
  for (const column of plan.totals) {
    const totals = kept.filter(({ tally }) => isTotalOf(column, tally));
    if (totals.length === 0 || totals.length === kept.length) continue;
    const isHidden = unseen.includes(column.name);
    if (isHidden) hidden.push(column.name);
    const names = [...new Set(totals.map(({ tally }) => (tally.key[column.key] ?? '').trim()))];
    const which = `${column.name} ${names[0]}${names.length > 1 ? ` and ${names.length - 1} more` : ''}`;
    const what = `${counted(recordsOf(totals), 'record')} of ${which}, which are totals of others`;
    notes.push(note(`${isHidden ? 'left out' : 'flagged total'}: ${what}`));
  }
  const left = plan.totals.filter(({ name }) => hidden.includes(name));
  const rows = kept.filter(({ tally }) => !left.some((column) => isTotalOf(column, tally)));
  return { hidden, records: recordsOf(rows), notes };
}

const recordsOf = (dated: readonly Dated[]): number => dated.reduce((sum, { tally }) => sum + tally.records, 0);
