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
  const textsOf = ({ key }: Tally) => keys.map((at) => key[at] ?? '');
  const idOf = (texts: readonly string[]) => (texts.length === 1 ? (texts[0] ?? '') : JSON.stringify(texts));
  for (const tally of tallies) {
    const texts = textsOf(tally);
    const id = idOf(texts);
    if (!raw.has(id)) raw.set(id, texts);
  }
  const column = periodColumn([...raw.values()], form);
  if ('problem' in column) return column;
  const ordinals = new Map([...raw.keys()].map((id, i) => [id, column.ordinals[i] ?? null]));
  const dated: Dated[] = [];
  const unreadable: UnreadablePeriod[] = [];
  for (const tally of tallies) {
    const texts = textsOf(tally);
    const ordinal = ordinals.get(idOf(texts)) ?? null;
    if (ordinal !== null) dated.push({ tally, ordinal });
    else unreadable.push({ text: texts.join(' '), records: tally.records, first: tally.first });
  }
  return { source: cadence(column.every, form.fiscal), dated, unreadable, decisions: column.decisions };
}
