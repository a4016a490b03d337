import type { TallyResult } from '../engine/engine.ts';
import { counted } from '../note.ts';
import { type Cadence, cadence, nests } from '../period/index.ts';
import { cadenceError } from './cadence-error.ts';
import { type Coverage, coverageOf } from './coverage.ts';
import type { DatedList } from './dated-list.ts';
import { datedTallies, type UnreadablePeriod } from './dated-tallies.ts';
import { withText } from './kept-places.ts';
import type { SeriesPlan } from './plan.ts';
import { published } from './published.ts';

/** The tallies that series are made of, and what was left out of them. */
export interface KeptTallies {
  /** How the periods of the source are cut, and those of the series. */
  readonly source: Cadence;
  readonly target: Cadence;
  readonly covered: Coverage;
  readonly kept: DatedList;
  /** All tallies of periods that are read, whether or not the conditions keep them. */
  readonly dated: DatedList;
  /** Tallies under the conditions that are of periods after `--as-of`, or totals of others. */
  readonly late: DatedList;
  readonly totals: DatedList;
  readonly unreadable: readonly UnreadablePeriod[];
  readonly notes: readonly string[];
}

/** Sorts tallies by their periods, the conditions, `--as-of` and what is a total of others. */
export function keptTallies(result: TallyResult, plan: SeriesPlan): KeptTallies {
  const { source, dated: all, unreadable, decisions } = datedTallies(result.tallies, plan.period, plan.filters);
  const { dated, notes: unpublished } = published(all, source, plan);
  const target = cadence(plan.every ?? defaultEvery(source), plan.fiscal);
  if (!nests(source, target)) throw cadenceError(source, target);
  const covered = coverageOf(dated.extent(), source, plan);
  const [known, late] = dated.until(covered.lastOrdinal);
  const { kept, totals, notes } = withoutTotals(known.under(plan.filters), plan);
  return {
    source,
    target,
    covered,
    kept,
    dated: known,
    late: late.under(plan.filters),
    totals,
    unreadable,
    notes: [...decisions, ...unpublished, ...notes, ...(late.length > 0 ? [lateNote(late, plan)] : [])],
  };
}

/** The plan with the periods that it leaves to its source. */
export const withEvery = ({ tallies }: TallyResult, plan: SeriesPlan): SeriesPlan =>
  plan.every !== null
    ? plan
    : { ...plan, every: defaultEvery(datedTallies(tallies, plan.period, plan.filters).source) };

const defaultEvery = (source: Cadence) => (source.every === 'day' ? 'month' : source.every);

function lateNote(late: DatedList, plan: SeriesPlan): string {
  return `left out: ${counted(late.records(), 'record')} of periods that start after --as-of ${plan.asOf}`;
}

/** Leaves out values that are totals of others which are there too. */
function withoutTotals(dated: DatedList, plan: SeriesPlan) {
  let kept = dated;
  const leftOut = new Set<number>();
  const notes: string[] = [];
  for (const { name, key, values, shownBy } of plan.totals ?? []) {
    const isTotal = withText(dated.columns, key, (text) => values.includes(text.trim()));
    const [totals, parts] = [kept.where(isTotal), kept.where((place) => !isTotal(place))];
    if (totals.length === 0 || parts.length === 0) continue;
    kept = parts;
    for (const place of totals.places) leftOut.add(place);
    const { texts, places } = dated.columns.key(key);
    const found = [...new Set(Array.from(totals.places, (place) => (texts[places[place] ?? 0] ?? '').trim()))];
    const which = `${found[0]}${found.length > 1 ? ` and ${found.length - 1} more` : ''}`;
    notes.push(
      `left out: ${counted(totals.records(), 'record')} of ${name} ${which}, which are totals of others (--${shownBy === 'where' ? `where ${JSON.stringify(`${name}=${found[0]}`)}` : `by ${JSON.stringify(name)}`} shows them)`,
    );
  }
  return { kept, totals: dated.where((place) => leftOut.has(place)), notes };
}
