import { compare, divide, type Exact, sign, subtract } from '../math/exact.ts';
import { type Ordinal, ordinalOf } from '../period/index.ts';
import { flagsAt, isPart, lastOrdinal, type Series, type SeriesSet, valueAt } from '../series/series.ts';

/**
 * What became of a value: `same` it is what it was · `revised` it is another · `added` the old edition has none ·
 * `removed` the new one has none · `completed` it stood for a part of its period, and is another now that it does not.
 */
export type RevisionStatus = 'same' | 'revised' | 'added' | 'removed' | 'completed';

/** One value of two editions of an export. */
export interface Revision {
  readonly pair: Pair;
  readonly ordinal: Ordinal;
  readonly old: Exact | null;
  readonly now: Exact | null;
  readonly status: RevisionStatus;
  /** New minus old; null where one of them is missing. */
  readonly difference: Exact | null;
  /** The difference divided by the old value; null where that is missing, zero or below. */
  readonly ratio: Exact | null;
  /** How many periods before the newest of the old edition. */
  readonly age: number;
}

/** A series in both editions; one of them may lack it. */
export interface Pair {
  readonly series: Series;
  readonly old: Series | null;
  readonly now: Series | null;
}

/** The series of two editions side by side: those of the old one, then those that only the new one has. */
export function pairs(old: SeriesSet, now: SeriesSet): Pair[] {
  const byId = new Map(now.series.map((series) => [idOf(series), series]));
  const known = old.series.map((series) => ({ series, old: series, now: byId.get(idOf(series)) ?? null }));
  const ids = new Set(old.series.map(idOf));
  const fresh = now.series.filter((series) => !ids.has(idOf(series)));
  return [...known, ...fresh.map((series) => ({ series, old: null, now: series }))];
}

const idOf = ({ key, measure }: Series): string => JSON.stringify([measure.name, measure.unit, key]);

/** Every value that one of two editions has, series by series in the order of time. */
export function revisions(old: SeriesSet, now: SeriesSet): Revision[] {
  const newest = ordinalOf(old.covered.to, old.cadence);
  return pairs(old, now).flatMap((pair) => {
    const found: Revision[] = [];
    for (const ordinal of ordinals(pair)) {
      const revision = revisionAt(pair, ordinal, newest);
      if (revision) found.push(revision);
    }
    return found;
  });
}

/** The periods that one of two series has. */
export function* ordinals({ old, now }: Pair): Generator<Ordinal> {
  const both = [old, now].filter((series) => series !== null);
  const last = Math.max(...both.map(lastOrdinal));
  for (let ordinal = Math.min(...both.map(({ first }) => first)); ordinal <= last; ordinal++) yield ordinal;
}

function revisionAt(pair: Pair, ordinal: Ordinal, newest: Ordinal): Revision | null {
  const old = pair.old && valueAt(pair.old, ordinal);
  const now = pair.now && valueAt(pair.now, ordinal);
  const about = { pair, ordinal, old, now, age: newest - ordinal };
  if (old === null && now === null) return null;
  if (old === null || now === null) {
    return { ...about, status: old === null ? 'added' : 'removed', difference: null, ratio: null };
  }
  const difference = subtract(now, old);
  const ratio = sign(old) > 0 ? divide(difference, old) : null;
  return { ...about, status: statusOf(pair, ordinal, compare(old, now) === 0), difference, ratio };
}

function statusOf({ old, now }: Pair, ordinal: Ordinal, isSame: boolean): RevisionStatus {
  const isPartOf = (series: Series | null) => series !== null && isPart(flagsAt(series, ordinal));
  if (isSame) return 'same';
  return isPartOf(old) && !isPartOf(now) ? 'completed' : 'revised';
}
