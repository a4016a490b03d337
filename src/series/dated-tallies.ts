import type { Place, Tally } from '../engine/engine.ts';
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
export interface DatedTally {
  readonly tally: Tally;
  /** On the cadence of the source. */
  readonly ordinal: Ordinal;
}

interface DatedTallies {
  readonly source: Cadence;
  readonly dated: readonly DatedTally[];
  readonly unreadable: readonly UnreadablePeriod[];
  readonly decisions: readonly string[];
}

/**
 * The tallies with their periods, which are read as the whole source decides. Where that cannot be, such as with a
 * yearly total among the months, the records that the conditions keep decide for themselves.
 */
export function datedTallies(all: readonly Tally[], plan: SeriesPlan, isKept: (tally: Tally) => boolean): DatedTallies {
  const whole = withPeriods(all, plan);
  if (!('problem' in whole)) return whole;
  const kept = withPeriods(all.filter(isKept), plan);
  if ('problem' in kept) throw inputError(whole.problem, whole.hint);
  return kept;
}

function withPeriods(tallies: readonly Tally[], plan: SeriesPlan) {
  const raw = new Map<string, string[]>();
  const ids = tallies.map(({ key }) => {
    const texts = plan.period.keys.map((at) => key[at] ?? '');
    const id = JSON.stringify(texts);
    raw.set(id, texts);
    return id;
  });
  const column = periodColumn([...raw.values()], plan.period.form);
  if ('problem' in column) return column;
  const ordinals = new Map([...raw.keys()].map((id, i) => [id, column.ordinals[i] ?? null]));
  const dated: DatedTally[] = [];
  const unreadable: UnreadablePeriod[] = [];
  for (const [i, tally] of tallies.entries()) {
    const id = ids[i] ?? '';
    const ordinal = ordinals.get(id) ?? null;
    if (ordinal !== null) dated.push({ tally, ordinal });
    else unreadable.push({ text: (raw.get(id) ?? []).join(' '), records: tally.records, first: tally.first });
  }
  return { source: cadence(column.every, plan.period.form.fiscal), dated, unreadable, decisions: column.decisions };
}
