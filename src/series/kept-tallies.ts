import type { Tally, TallyResult } from '../engine/engine.ts';
import { counted } from '../note.ts';
import { type Cadence, cadence, nests } from '../period/index.ts';
import { cadenceError } from './cadence-error.ts';
import { type Coverage, coverageOf } from './coverage.ts';
import { type Dated, datedTallies, type UnreadablePeriod } from './dated-tallies.ts';
import type { SeriesPlan } from './plan.ts';
import { published } from './published.ts';

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
  const { source, dated: all, unreadable, decisions } = datedTallies(result.tallies, plan.period, isKept);
  const { dated, notes: unpublished } = published(all, source, plan);
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
    notes: [...decisions, ...unpublished, ...notes, ...(late.length > 0 ? [lateNote(late, plan)] : [])],
  };
}

const defaultEvery = (source: Cadence) => (source.every === 'day' ? 'month' : source.every);

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
  for (const { name, key, values, shownBy } of plan.totals ?? []) {
    const isTotal = ({ tally }: Dated) => values.includes((tally.key[key] ?? '').trim());
    const [totals, parts] = [kept.filter(isTotal), kept.filter((one) => !isTotal(one))];
    if (totals.length === 0 || parts.length === 0) continue;
    kept = parts;
    leftOut.push(...totals);
    const found = [...new Set(totals.map(({ tally }) => (tally.key[key] ?? '').trim()))];
    const which = `${found[0]}${found.length > 1 ? ` and ${found.length - 1} more` : ''}`;
    notes.push(
      `left out: ${counted(recordsIn(totals), 'record')} of ${name} ${which}, which are totals of others (--${shownBy === 'where' ? `where ${JSON.stringify(`${name}=${found[0]}`)}` : `by ${JSON.stringify(name)}`} shows them)`,
    );
  }
  return { kept, totals: leftOut, notes };
}
