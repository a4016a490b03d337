import { EXIT, inputError, UserError } from '../errors.ts';
import {
  type Cadence,
  type CivilDate,
  civilDate,
  dayNumber,
  firstDay,
  lastDay,
  OCTOBER_FISCAL_YEAR,
  type Ordinal,
  ordinalOf,
  writtenPeriod,
} from '../period/index.ts';
import type { Extent } from './dated-list.ts';
import type { SeriesPlan } from './plan.ts';

/** The days that a source covers, as far as its own periods and the user's `--as-of` tell. */
export interface Coverage {
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly firstOrdinal: Ordinal;
  /** The last period of the source that is read. */
  readonly lastOrdinal: Ordinal;
}

/**
 * The coverage of a source: from the start of its first period to the end of its last.
 *
 * `--as-of` cuts it there. It lengthens it only where an absent record is known to mean zero; elsewhere a source that
 * stops before that day is not known to be complete. Without it, a source whose last period is always still going on
 * is taken to cover all periods but that one.
 */
export function coverageOf([first, last]: Extent, source: Cadence, plan: SeriesPlan): Coverage {
  if (first > last) throw inputError('no record has a period that can be read', 'name the column with --date');
  const from = firstDay(first, source);
  const to = lastDay(last, source);
  const asOf = plan.asOf === null ? null : dateOf(plan.asOf);
  if (asOf === null) {
    const known = plan.openEnd ? lastDay(last - 1, source) : to;
    return { from, to: known, firstOrdinal: first, lastOrdinal: last };
  }
  if (dayNumber(asOf) < dayNumber(from)) {
    throw new UserError(`--as-of ${plan.asOf}: the source begins later`, { exitCode: EXIT.tooLittleData });
  }
  const end = dayNumber(asOf) < dayNumber(to) || plan.absentIsZero ? asOf : to;
  return { from, to: end, firstOrdinal: first, lastOrdinal: ordinalOf(end, source) };
}

/** A day written as `YYYY-MM-DD`. */
export function dateOf(text: string): CivilDate {
  const rules = { order: null, era: 'auto', fiscal: OCTOBER_FISCAL_YEAR } as const;
  const written = writtenPeriod(text, rules);
  if (written?.every !== 'day') throw new UserError(`"${text}" is not a date such as 2025-06-30`);
  return civilDate(written.ordinal);
}
