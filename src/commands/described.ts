import { UserError } from '../errors.ts';
import type { Described, Undecided } from '../inspect/inspection.ts';
import { describedSource, type OpenedTable, type OpenOptions } from '../source/open.ts';

/** More choices than these no inference leaves open. */
const MOST_CHOICES = 5;

/**
 * A table with what its columns mean; where that is open, with all that the user must decide.
 *
 * Each choice that is open is made for the moment, so that those behind it are seen too.
 */
export function described(table: OpenedTable, options: OpenOptions): Described {
  const undecided: Undecided[] = [];
  let tried = options;
  while (undecided.length < MOST_CHOICES) {
    try {
      const source = describedSource(table, tried);
      return { table, source: undecided.length === 0 ? source : null, undecided };
    } catch (error) {
      if (!(error instanceof UserError) || !isOpen(error, table)) throw error;
      undecided.push({ text: error.message, hint: error.hint, choice: error.choice ?? null });
      const [first] = error.choice?.among ?? [];
      const chosen = error.choice && first !== undefined ? withFirst(tried, error.choice.option, first) : null;
      if (!chosen) break;
      tried = chosen;
    }
  }
  return { table, source: null, undecided };
}

/** An option that names what is not there is a mistake all the same. */
const isOpen = ({ choice }: UserError, { sample }: OpenedTable): boolean => choice !== undefined || sample.length === 0;

/** Null for a choice behind which other questions lie on either side, as behind how a number is written. */
function withFirst(options: OpenOptions, option: string, value: string): OpenOptions | null {
  if (option === '--date') return { ...options, date: [value] };
  if (option === '--measure') return { ...options, measure: [value] };
  return option === '--stat' ? { ...options, stat: value } : null;
}
