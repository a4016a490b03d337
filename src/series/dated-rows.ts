import type { Tallies, Tally } from '../engine/engine.ts';
import { inputError } from '../errors.ts';
import { type Cadence, cadence, type Ordinal, type PeriodProblem, periodColumn } from '../period/index.ts';
import { combined, rowsByCode, textAt } from './coded.ts';
import type { SeriesPlan } from './plan.ts';

/** Records whose period could not be read, by what stood there. */
export interface UnreadablePeriod extends Pick<Tally, 'records' | 'first'> {
  readonly text: string;
}

/** The tallies whose period is understood. */
export interface DatedRows {
  /** The cadence of the source. */
  readonly source: Cadence;
  readonly rows: Uint32Array;
  /** The period of each of them. */
  readonly ordinalAt: (row: number) => Ordinal;
  /** The periods that occur. */
  readonly ordinals: readonly Ordinal[];
  readonly unreadable: readonly UnreadablePeriod[];
  readonly decisions: readonly string[];
}

/**
 * The tallies with their periods, which are read as the whole source decides. Where that cannot be, such as with a
 * yearly total among the months, the records that the conditions keep decide for themselves.
 */
export function datedRows(tallies: Tallies, plan: SeriesPlan, kept: Uint32Array): DatedRows {
  const whole = withPeriods(tallies, plan, allRows(tallies));
  if (!('problem' in whole)) return whole;
  const asked = withPeriods(tallies, plan, kept);
  if ('problem' in asked) throw inputError(whole.problem, whole.hint);
  return asked;
}

export const allRows = ({ length }: Tallies): Uint32Array => new Uint32Array(length).map((_, row) => row);

function withPeriods(tallies: Tallies, { period }: SeriesPlan, all: Uint32Array): DatedRows | PeriodProblem {
  const columns = period.keys.map((key) => tallies.keys[key]).filter((column) => column !== undefined);
  const coded = combined(columns, tallies.length);
  const { rows, starts } = rowsByCode(coded, all);
  const used = [...starts.keys()].filter((code) => (starts[code] ?? 0) < (starts[code + 1] ?? 0));
  const raw = used.map((code) => columns.map((column) => textAt(column, rows[starts[code] ?? 0] ?? 0)));
  const column = periodColumn(raw, period.form);
  if ('problem' in column) return column;
  const byCode: (Ordinal | null)[] = new Array(coded.size).fill(null);
  for (const [i, code] of used.entries()) byCode[code] = column.ordinals[i] ?? null;
  const ordinalAt = (row: number) => byCode[coded.codes[row] ?? 0] ?? null;
  const unread = (row: number) => {
    const { records, first } = tallies.at(row);
    return { text: columns.map((column) => textAt(column, row)).join(' '), records, first };
  };
  return {
    source: cadence(column.every, period.form.fiscal),
    rows: all.filter((row) => ordinalAt(row) !== null),
    ordinalAt: ordinalAt as (row: number) => Ordinal,
    ordinals: column.ordinals.filter((ordinal) => ordinal !== null),
    unreadable: Array.from(
      all.filter((row) => ordinalAt(row) === null),
      unread,
    ),
    decisions: column.decisions,
  };
}
