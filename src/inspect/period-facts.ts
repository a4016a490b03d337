import type { Place } from '../engine/engine.ts';
import {
  type Cadence,
  cadence,
  OCTOBER_FISCAL_YEAR,
  type Ordinal,
  type PeriodColumn,
  type PeriodForm,
  type PeriodProblem,
  periodColumn,
} from '../period/index.ts';
import { isTotal } from '../source/column-kind.ts';
import type { WholeRecords } from './whole-records.ts';

/** A distinct text of the columns that tell the period. */
export interface PeriodTexts {
  readonly texts: readonly string[];
  readonly records: number;
  readonly first: Place;
  /** Null where it cannot be read. */
  readonly ordinal: Ordinal | null;
  readonly buddhist: boolean;
}

/** How the periods of a source are read. */
export interface PeriodFacts {
  readonly column: PeriodColumn;
  readonly at: Cadence;
  readonly periods: readonly PeriodTexts[];
  /** The periods that records have, in order. */
  readonly ordinals: readonly Ordinal[];
  readonly totals: readonly PeriodTexts[];
  readonly unreadable: readonly PeriodTexts[];
}

/** Reads the periods of tallies whose keys hold them at `parts`; why that cannot be done where it cannot. */
export function periodFacts(
  results: readonly WholeRecords[],
  parts: readonly number[],
  form: PeriodForm,
): PeriodFacts | PeriodProblem {
  const distinct = new Map<string, { texts: readonly string[]; records: number; first: Place }>();
  for (const { tallies } of results) {
    for (const { key, records, first } of tallies) {
      const texts = parts.map((at) => key[at] ?? '');
      const known = distinct.get(texts.join('\u0000')) ?? { texts, records: 0, first };
      known.records += records;
      distinct.set(texts.join('\u0000'), known);
    }
  }
  const raw = [...distinct.values()];
  const column = periodColumn(
    raw.map(({ texts }) => texts),
    form,
  );
  if ('problem' in column) return column;
  const periods = raw.map((one, i) => ({
    ...one,
    ordinal: column.ordinals[i] ?? null,
    buddhist: column.buddhist[i] ?? false,
  }));
  const unread = periods.filter(({ ordinal }) => ordinal === null);
  const isTotalRow = ({ texts }: PeriodTexts) => isTotal(texts.join(' '));
  return {
    column,
    at: cadence(column.every, form.fiscal ?? OCTOBER_FISCAL_YEAR),
    periods,
    ordinals: [...new Set(periods.flatMap(({ ordinal }) => ordinal ?? []))].sort((a, b) => a - b),
    totals: unread.filter(isTotalRow),
    unreadable: unread.filter((one) => !isTotalRow(one)),
  };
}
