import { type Choice, choiceVariants, newestWindows } from '../analyses/choice-variants.ts';
import type { Variant } from '../analyses/variants.ts';
import type { ChangeOptions } from '../analyses/window-change.ts';
import { seriesFromTallies } from '../series/from-tallies.ts';
import type { Series, SeriesSet } from '../series/series.ts';
import type { Ledger } from './ledger.ts';
import { comparePrecision } from './near-notes.ts';
import type { Places } from './near-places.ts';
import { type Label, nearTallies, UNKNOWN } from './near-tallies.ts';
import { type Distance, distanceText, ELSEWHERE, metresOf } from './reach.ts';
import type { Beyond, Tallied } from './read-series.ts';
import { isMeasured } from './whereabouts.ts';

/** What the headline is counted from, and what else it might have been. */
export interface Choosable {
  readonly tallied: Tallied;
  readonly zeroBesideOthers: boolean;
  readonly widest: Distance;
  readonly places: Places;
  readonly beyond: Beyond;
}

/** Which windows are compared, and how. */
export type ComparedWindows = Pick<ChangeOptions, 'current' | 'base' | 'perDay' | 'breaks' | 'acrossBreaks'>;

/** The headline, first as it is asked for, then under other choices. */
export interface Choices {
  readonly all: readonly Variant[];
  readonly series: Series;
  /** Of each choice its series and where its records are found, by name. */
  readonly made: ReadonlyMap<string, { readonly series: Series; readonly ledger: Ledger }>;
}

/** A choice with where its records are found. */
interface Made extends Choice {
  readonly ledger: Ledger;
}

/** Four fifths and six fifths of the distance: what a place that is off by a few kilometres can do. */
const FACTORS = [0.8, 1.2];
/** Columns with more values than these say something else. */
const MOST_PRECISIONS = 12;

/**
 * The headline at other distances, and of the records whose places are known best; null where there is not one headline.
 * Without windows it is the newest period against the one before.
 */
export function nearChoices(from: Choosable, windows: ComparedWindows | null, set: SeriesSet): Choices | null {
  const asked = metresOf(from.widest);
  const whole = choice(from, set, `within ${distanceText(from.widest)}`, isWithin(from, asked));
  const found = whole.series && (windows ?? newestWindows(whole.series));
  if (whole.series === null || found === null) return null;
  const options: ChangeOptions = {
    perDay: false,
    breaks: [],
    acrossBreaks: false,
    ...found,
    yearBefore: null,
    interval: 'none',
    confidence: 0.95,
    smallBase: 0,
  };
  const distances = FACTORS.map((factor) => {
    const other = { ...from.widest, size: from.widest.size * factor };
    return choice(from, set, `within ${distanceText(other)}`, isWithin(from, metresOf(other)));
  });
  const choices = [whole, ...distances, ...byPrecision(from, set, asked)];
  const made = new Map(
    choices.flatMap(({ name, series, ledger }) => (series ? [[name, { series, ledger }] as const] : [])),
  );
  return { all: choiceVariants(choices, options, set.cadence), series: whole.series, made };
}

const isWithin =
  ({ places }: Choosable, metres: number) =>
  (i: number): boolean =>
    (places.metres(i) ?? Number.POSITIVE_INFINITY) <= metres;

function choice(from: Choosable, set: SeriesSet, name: string, keeps: (index: number) => boolean): Made {
  const { zeroBesideOthers } = from;
  const label: Label = (i) => (keeps(i) ? 'near' : isMeasured(from.places.whereabouts[i]) ? ELSEWHERE : UNKNOWN);
  const tallied = nearTallies(from.tallied, { label, bands: ['near'], where: null, zeroBesideOthers });
  const plan = { ...tallied.plan.series, by: [], every: set.cadence.every };
  const { series } = seriesFromTallies(tallied.result, plan).set;
  const beyond = { ...from.beyond, condition: name };
  const ledger = { tallied: { ...tallied, beyond }, plan };
  return { name, series: series.length === 1 ? (series[0] ?? null) : null, ledger };
}

/** Only the best known places, then those and the next best, and so on; all of them are the headline. */
function byPrecision(from: Choosable, set: SeriesSet, metres: number): Made[] {
  const { precision } = from.places;
  if (precision === null) return [];
  const isNear = isWithin(from, metres);
  const { length } = from.tallied.result.tallies;
  const near = Array.from({ length }, (_, i) => i)
    .filter(isNear)
    .map(precision.of);
  const values = [...new Set(near)].filter((value) => /^\d+$/.test(value)).sort(comparePrecision);
  if (values.length > MOST_PRECISIONS) return [];
  return values.slice(0, new Set(near).size === values.length ? -1 : undefined).map((value, at) => {
    const name = `${precision.column} ${at === 0 ? value : `up to ${value}`}`;
    const best = new Set(values.slice(0, at + 1));
    return choice(from, set, name, (i) => isNear(i) && best.has(precision.of(i)));
  });
}
