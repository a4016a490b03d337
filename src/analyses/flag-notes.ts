import { counted, type Note, note } from '../note.ts';
import { dateText, type Ordinal, periodText, type Window } from '../period/index.ts';
import { type Flag, lastOrdinal, type SeriesSet } from '../series/series.ts';
import { indexBase } from './trend.ts';

const ALWAYS: Window = { first: Number.NEGATIVE_INFINITY, last: Number.POSITIVE_INFINITY };

/** What each flag that occurs means, with how often and where it occurs first. */
export function flagNotes(set: SeriesSet, windows: readonly Window[] = [ALWAYS]): Note[] {
  const seen = new Map<Flag, { count: number; first: string }>();
  for (const series of set.series) {
    for (const [i, flags] of series.flags.entries()) {
      if (flags.length === 0) continue;
      if (!windows.some(({ first, last }) => series.first + i >= first && series.first + i <= last)) continue;
      for (const flag of flags) {
        const known = seen.get(flag) ?? {
          count: 0,
          first: [...series.key, periodText(series.first + i, set.cadence)].join(' '),
        };
        known.count++;
        seen.set(flag, known);
      }
    }
  }
  const told = [...seen].map(([flag, { count, first }]) =>
    note(`${flag}: ${counted(count, 'value')}, first ${first}: ${flagMeaning(flag, set)}`),
  );
  return [...told, ...endNotes(set)];
}

/** What a flag says of a value. */
export function flagMeaning(flag: Flag, { covered }: Pick<SeriesSet, 'covered'>): string {
  const span = `${dateText(covered.from)}…${dateText(covered.to)}`;
  const meanings: Partial<Record<Flag, string>> = {
    missing: 'no value; changes on it are not given',
    'zero-filled': 'no record, which means zero here',
    partial: `the source covers ${span} only, so the period is not compared`,
    incomplete: 'records are missing for a part of the period, so it is not compared',
    blank: 'records without a value; it rests on the others, if any',
    provisional: 'late records may still change it',
    scaled: 'an estimate: the days covered, taken up to the whole period',
    'part-included': 'covers a part of the period, and is compared all the same',
    'no-rate': 'there is no exchange rate for the period, or for a part of it',
    'no-deflator': 'the price index does not cover the period',
    rejects: 'some cells could not be read; it rests on the others',
  };
  return meanings[flag] ?? 'as the source marks it';
}

/** Which series have no index, because the period that is to be 100 has no such value. */
export function indexNotes(set: SeriesSet, index: Ordinal | null): Note[] {
  if (index === null) return [];
  const without = set.series.filter((series) => indexBase(series, index) === null);
  if (without.length === 0) return [];
  const period = periodText(index, set.cadence);
  return [
    note(
      `index: none for ${without.length} of ${set.series.length} series, because ${period} has no value above 0 for its whole length`,
    ),
  ];
}

function endNotes(set: SeriesSet): Note[] {
  const last = set.series.reduce((latest, series) => Math.max(latest, lastOrdinal(series)), Number.NEGATIVE_INFINITY);
  const early = set.series.filter((series) => lastOrdinal(series) < last);
  const [first] = early;
  if (!first) return [];
  const name = first.key.join(', ') || first.measure.name;
  const end = periodText(lastOrdinal(first), set.cadence);
  return [
    note(
      `${early.length} of ${set.series.length} series ${early.length === 1 ? 'ends' : 'end'} before ${periodText(last, set.cadence)}, such as ${name} in ${end}`,
    ),
  ];
}
