import type { Place, Tallies, Tally } from '../engine/engine.ts';
import { inputError } from '../errors.ts';
import { type Cadence, cadence, periodColumn } from '../period/index.ts';
import { columnsOf } from './columns-of.ts';
import { DatedList } from './dated-list.ts';
import type { Filter } from './filter.ts';
import { joinedColumn } from './joined-column.ts';
import { keptPlaces } from './kept-places.ts';
import { onceOf } from './once-of.ts';
import type { SeriesPlan } from './plan.ts';

/** Records whose period could not be read, by what stood there. */
export interface UnreadablePeriod {
  readonly text: string;
  readonly records: number;
  readonly first: Place;
}

/** Tallies whose periods were read together. */
export interface DatedTallies {
  readonly source: Cadence;
  readonly dated: DatedList;
  readonly unreadable: readonly UnreadablePeriod[];
  /** True where all years that are read are of the Buddhist era. */
  readonly isBuddhist: boolean;
  /** What was decided from the whole column, in words. */
  readonly decisions: readonly string[];
}

/**
 * The tallies with their periods, which are read as the whole source decides. Where that cannot be, such as with a
 * yearly total among the months, the records that the conditions keep decide for themselves.
 */
export function datedTallies(all: Tallies, period: SeriesPlan['period'], filters: readonly Filter[]): DatedTallies {
  const whole = withPeriods(all, period);
  if (!('problem' in whole)) return whole;
  const isKept = keptPlaces(columnsOf(all), filters);
  const kept = withPeriods(
    all.filter((_, place) => isKept(place)),
    period,
  );
  if ('problem' in kept) throw inputError(`${period.place}: ${whole.problem}`, whole.hint);
  return kept;
}

/** The periods of tallies, understood once however many series are made of them. */
const withPeriods = onceOf((tallies: Tallies, { keys, form }: SeriesPlan['period']) => {
  const columns = columnsOf(tallies);
  const parts = keys.map((part) => columns.key(part));
  const { places: periods, first } = joinedColumn(
    parts.map(({ texts, places }) => ({ places, count: texts.length })),
    tallies.length,
  );
  const raw = Array.from(first, (row) => parts.map(({ texts, places }) => texts[places[row] ?? 0] ?? ''));
  const column = periodColumn(raw, form);
  if ('problem' in column) return column;
  const ordinals = Float64Array.from(periods, (period) => column.ordinals[period] ?? Number.NaN);
  const isRead = (place: number) => !Number.isNaN(ordinals[place]);
  const every = Uint32Array.from(periods.keys());
  return {
    source: cadence(column.every, form.fiscal),
    dated: new DatedList(tallies, columns, every.filter(isRead), ordinals),
    unreadable: Array.from(
      every.filter((place) => !isRead(place)),
      unreadable,
    ),
    isBuddhist: column.ordinals.every((ordinal, i) => ordinal === null || column.buddhist[i] === true),
    decisions: column.decisions,
  };

  function unreadable(place: number): UnreadablePeriod {
    const { records, first } = tallies.at(place) as Tally;
    return { text: (raw[periods[place] ?? 0] ?? []).join(' '), records, first };
  }
});
