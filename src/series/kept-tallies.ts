import type { Place, Tally, TallyResult } from '../engine/engine.ts';
import { inputError } from '../errors.ts';
import { counted } from '../note.ts';
import { type Cadence, cadence, nests, type Ordinal, periodColumn } from '../period/index.ts';
import { cadenceError } from './cadence-error.ts';
import { type Coverage, coverageOf } from './coverage.ts';
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

/** The tallies that series are made of, and what was left out of them. */
export interface KeptTallies {
  /** How the periods of the source are cut, and those of the series. */
  readonly source: Cadence;
  readonly target: Cadence;
  readonly covered: Coverage;
  readonly kept: readonly Dated[];
  /** All tallies of periods that are read, whether or not the conditions keep them. */
  readonly dated: readonly Dated[];
  /** Tallies under the conditions that are of periods after `--as-of`, or totals of others. */
  readonly late: readonly Dated[];
  readonly totals: readonly Dated[];
  readonly unreadable: readonly UnreadablePeriod[];
  readonly notes: readonly string[];
}

/** Sorts tallies by their periods, the conditions, `--as-of` and what is a total of others. */
export function keptTallies(result: TallyResult, plan: SeriesPlan): KeptTallies {
  const isKept = ({ key }: Tally) => plan.filters.every((filter) => filter.keeps(key[filter.key] ?? ''));
  const { source, dated, unreadable, decisions } = datedTallies(result.tallies, plan, isKept);
  const target = cadence(plan.every ?? defaultEvery(source), plan.fiscal);
  if (!nests(source, target)) throw cadenceError(source, target);
  const covered = coverageOf(
    dated.map(({ ordinal }) => ordinal),
    source,
    plan,
  );
  const known = dated.filter(({ ordinal }) => ordinal <= covered.lastOrdinal);
  const late = dated.filter(({ ordinal }) => ordinal > covered.lastOrdinal);
  const asked = known.filter(({ tally }) => isKept(tally));
  const { kept, totals, notes } = withoutTotals(asked, plan);
  return {
    source,
    target,
    covered,
    kept,
    dated: known,
    late: late.filter(({ tally }) => isKept(tally)),
    totals,
    unreadable,
    notes: [...decisions, ...notes, ...(late.length > 0 ? [lateNote(late, plan)] : [])],
  };
}

const defaultEvery = (source: Cadence) => (source.every === 'day' ? 'month' : source.every);

/**
 * The tallies with their periods, which are read as the whole source decides. Where that cannot be, such as with a
 * yearly total among the months, the records that the conditions keep decide for themselves.
 */
function datedTallies(all: readonly Tally[], plan: SeriesPlan, isKept: (tally: Tally) => boolean) {
  const whole = withPeriods(all, plan);
  if (!('problem' in whole)) return whole;
  const kept = withPeriods(all.filter(isKept), plan);
  if ('problem' in kept) throw inputError(`${plan.period.place}: ${whole.problem}`, whole.hint);
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
  const dated: Dated[] = [];
  const unreadable: UnreadablePeriod[] = [];
  for (const [i, tally] of tallies.entries()) {
    const id = ids[i] ?? '';
    const ordinal = ordinals.get(id) ?? null;
    if (ordinal !== null) dated.push({ tally, ordinal });
    else unreadable.push({ text: (raw.get(id) ?? []).join(' '), records: tally.records, first: tally.first });
  }
  return { source: cadence(column.every, plan.period.form.fiscal), dated, unreadable, decisions: column.decisions };
}

function lateNote(late: readonly Dated[], plan: SeriesPlan): string {
  return `left out: ${counted(recordsIn(late), 'record')} of periods that start after --as-of ${plan.asOf}`;
}

/** How many records some tallies are of. */
const recordsIn = (dated: readonly { readonly tally: Tally }[]): number =>
  dated.reduce((sum, { tally }) => sum + tally.records, 0);

/** Leaves out values that are totals of others which are there too. */
function withoutTotals(dated: readonly Dated[], plan: SeriesPlan) {
  let kept = dated;
  const leftOut: Dated[] = [];
  const notes: string[] = [];
  for (const { name, key, values } of plan.totals ?? []) {
    const isTotal = ({ tally }: Dated) => values.includes((tally.key[key] ?? '').trim());
    const [totals, parts] = [kept.filter(isTotal), kept.filter((one) => !isTotal(one))];
    if (totals.length === 0 || parts.length === 0) continue;
    kept = parts;
    leftOut.push(...totals);
    const found = [...new Set(totals.map(({ tally }) => (tally.key[key] ?? '').trim()))];
    const which = `${found[0]}${found.length > 1 ? ` and ${found.length - 1} more` : ''}`;
    notes.push(
      `left out: ${counted(recordsIn(totals), 'record')} of ${name} ${which}, which are totals of others (--by ${JSON.stringify(name)} shows them)`,
    );
  }
  return { kept, totals: leftOut, notes };
}
