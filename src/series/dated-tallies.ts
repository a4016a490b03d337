import type { Place, Tallies, Tally } from '../engine/engine.ts';
import { inputError } from '../errors.ts';
import { type Cadence, cadence, type Ordinal, periodColumn } from '../period/index.ts';
import type { SeriesPlan } from './plan.ts';

/** Records whose period could not be read, by what stood there. */
export interface UnreadablePeriod {
  readonly text: string;
  readonly records: number;
  readonly first: Place;
}

/** A tally whose period is understood. */
export interface Dated {
  readonly tally: Tally;
  readonly ordinal: Ordinal;
}

/** Tallies whose periods were read together. */
export interface DatedTallies {
  readonly source: Cadence;
  readonly dated: readonly Dated[];
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
export function datedTallies(
  all: Tallies,
  period: SeriesPlan['period'],
  isKept: (tally: Tally) => boolean,
): DatedTallies {
  const whole = withPeriods(all, period);
  if (!('problem' in whole)) return whole;
  const kept = withPeriods(all.filter(isKept), period);
  if ('problem' in kept) throw inputError(`${period.place}: ${whole.problem}`, whole.hint);
  return kept;
}

function withPeriods(tallies: Tallies, { keys, form }: SeriesPlan['period']) {
  const raw = new Map<string, string[]>();
  const [only] = keys;
  const idOf = ({ key }: Tally) =>
    keys.length === 1 ? (key[only ?? 0] ?? '') : JSON.stringify(keys.map((at) => key[at] ?? ''));
  const rows = tallies.map((tally) => {
    const id = idOf(tally);
    if (!raw.has(id))
      raw.set(
        id,
        keys.map((at) => tally.key[at] ?? ''),
      );
    return tally;
  });
  const column = periodColumn([...raw.values()], form);
  if ('problem' in column) return column;
  const ordinals = new Map([...raw.keys()].map((id, i) => [id, column.ordinals[i] ?? null]));
  const dated: Dated[] = [];
  const unreadable: UnreadablePeriod[] = [];
  for (const tally of rows) {
    const id = idOf(tally);
    const ordinal = ordinals.get(id) ?? null;
    if (ordinal !== null) dated.push({ tally, ordinal });
    else unreadable.push({ text: (raw.get(id) ?? []).join(' '), records: tally.records, first: tally.first });
  }
  return {
    source: cadence(column.every, form.fiscal),
    dated,
    unreadable,
    isBuddhist: column.ordinals.every((ordinal, i) => ordinal === null || column.buddhist[i] === true),
    decisions: column.decisions,
  };
}
