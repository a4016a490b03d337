import type { Tally, TallyResult } from '../engine/engine.ts';
import type { Input } from '../explain/derivation.ts';
import { divide, type Exact, sign } from '../math/exact.ts';
import { type KeptTallies, keptTallies } from '../series/kept-tallies.ts';
import type { SeriesPlan } from '../series/plan.ts';
import { type SeriesName, type TallyBehind, talliesBehind } from '../series/tallies-behind.ts';
import type { Tallied } from './read-series.ts';

/** Where the records behind some series are found: a source that was tallied, and how series were made of its tallies. */
export interface Ledger {
  readonly tallied: Tallied;
  readonly plan: SeriesPlan;
  /** The tallies as the plan takes them, one for each of the source in its order; those of the source if not given. */
  readonly result?: TallyResult;
  /** Where among the measures of the question one of the plan is read, null where records are counted; as the plan says if not given. */
  readonly measureAt?: (name: string) => number | null;
  /** The name of an input's series in the plan; its own if not given. */
  readonly nameOf?: (input: Input) => SeriesName;
}

/** A ledger whose tallies are sorted, so that those behind an input are found. */
export interface OpenLedger extends Ledger {
  readonly sorted: KeptTallies;
  readonly result: TallyResult;
  behind(input: Input): TallyBehind[];
  /** The tally of the source that one of the plan is made of, with its place. */
  originalOf(tally: Tally): { readonly tally: Tally; readonly place: number };
  /** The reverse, for those of the source. */
  ownOf(original: Tally): Tally | undefined;
}

/** Opens a ledger; `tallies` are those of its source, each of which must stay the same one. */
export function openLedger(ledger: Ledger, tallies: readonly Tally[]): OpenLedger {
  const { plan, nameOf = nameIn(ledger.plan) } = ledger;
  const own = ledger.result && ledger.result !== ledger.tallied.result ? [...ledger.result.tallies] : tallies;
  const result = { ...(ledger.result ?? ledger.tallied.result), tallies: own };
  const sorted = keptTallies(result, plan);
  const places = new Map(own.map((tally, place) => [tally, place]));
  const originals = new Map(tallies.map((tally, place) => [tally, place]));
  const find = talliesBehind(sorted, plan);
  return {
    ...ledger,
    sorted,
    result,
    behind: (input) => find(nameOf(input), input.window).filter(({ measured }) => isMeasured(measured)),
    originalOf(tally) {
      const place = places.get(tally) ?? -1;
      return { tally: tallies[place] ?? tally, place };
    },
    ownOf: (original) => own[originals.get(original) ?? -1],
  };
}

/** A record that tells another measure, such as a number of cases beside quantities, has no cell of this one. */
const isMeasured = ({ values, blanks, rejected }: TallyBehind['measured']): boolean => values + blanks + rejected > 0;

const PER_DAY = ' per day';

/** The name of a series as its records have it: not that of a rate per day, nor of what lies near a line. */
const nameIn =
  ({ qualifier }: SeriesPlan) =>
  ({ days, series: { key, measure } }: Input): SeriesName => {
    const unit = days === null ? measure.unit : without(measure.unit, PER_DAY);
    return { key, measure: { name: measure.name, unit: qualifier ? without(unit, ` ${qualifier}`) : unit } };
  };

const without = (text: string, end: string): string => (text.endsWith(end) ? text.slice(0, -end.length) : text);

/** Where a measure of the plan is read. */
export function measureOf({ plan, measureAt }: Ledger, name: string): number | null {
  if (measureAt) return measureAt(name);
  const found = plan.measures.find(({ measure }) => measure.name === name) ?? plan.measures[0];
  return found?.at ?? null;
}

/** What a measured sum was multiplied with; 1 where both are nothing. */
export function factorBetween(from: Exact, to: Exact): Exact {
  return sign(from) === 0 ? 1 : divide(to, from);
}
