import type { Change } from '../analyses/change-between.ts';
import { indexBase, indexed, runningMeans, type TrendOptions, type TrendPoint, trendPoint } from '../analyses/trend.ts';
import { trendSentence } from '../analyses/trend-sentence.ts';
import { multiply } from '../math/exact.ts';
import { type Ordinal, periodText } from '../period/index.ts';
import { flagsAt, type Series, type SeriesSet, valueAt } from '../series/series.ts';
import { comparison, level, none } from './comparison.ts';
import type { Derivation, Told } from './derivation.ts';
import { periodInput } from './input.ts';
import { quantityOf } from './quantity.ts';
import { quotient, step, termList } from './step.ts';
import { whyNot } from './why-not.ts';

/** One period of one series. */
export interface TrendPlace {
  readonly series: Series;
  readonly ordinal: Ordinal;
}

/** How a figure of `trend` comes about; null for a column that it does not have. */
export function trendDerivation(
  column: string,
  place: TrendPlace,
  set: SeriesSet,
  options: Pick<TrendOptions, 'runningMean' | 'index'>,
): Derivation | null {
  const told = toldOf(column, place, set, options);
  if (!told) return null;
  const missing = told.value === null ? (told.missing ?? noValue(place, set)) : null;
  return { ...told, missing, sentence: trendSentence(place.series, set, place.ordinal) };
}

function toldOf(
  column: string,
  place: TrendPlace,
  set: SeriesSet,
  options: Pick<TrendOptions, 'runningMean' | 'index'>,
): Told | null {
  const { series, ordinal } = place;
  const point = trendPoint(series, ordinal, set);
  const of = (role: string, at: Ordinal) => quantityOf(periodInput(role, series, at, set));
  switch (column) {
    case 'value':
      return level(of('value', ordinal));
    case 'previous':
      return level(of('previous', ordinal - 1), noEarlier(series, ordinal - 1, set));
    case 'change':
    case 'relative_change':
      return compared(column, ['previous', 'change'], ordinal - 1, point.previous, place, set);
    case 'year_before':
      return point.yearBefore === null
        ? none(whyNot('no-counterpart') ?? '')
        : level(of('year_before', point.yearBefore), noEarlier(series, point.yearBefore, set));
    case 'year_change':
    case 'year_relative_change':
      return compared(column, ['year_before', 'year_change'], point.yearBefore, point.year, place, set);
    case 'running_mean':
      return options.runningMean ? runningMean(place, set) : null;
    case 'index':
      return options.index == null ? null : index(point, options.index, place, set);
    default:
      return null;
  }
}

/** A change, or the ratio that it makes, from the value of another period. */
function compared(
  column: string,
  [base, change]: readonly [base: string, change: 'change' | 'year_change'],
  at: Ordinal | null,
  of: Change,
  { series, ordinal }: TrendPlace,
  set: SeriesSet,
): Told {
  const current = quantityOf(periodInput('value', series, ordinal, set));
  const before = at === null ? null : quantityOf(periodInput(base, series, at, set));
  const ratio = change === 'change' ? 'relative_change' : 'year_relative_change';
  return comparison(column, current, before, { change, ratio, of });
}

/** The values of all earlier periods, added up and divided by how many they are. */
function runningMean({ series, ordinal }: TrendPlace, set: SeriesSet): Told {
  const earlier = Array.from({ length: ordinal - series.first }, (_, i) => series.first + i);
  const inputs = earlier.map((at) => periodInput('earlier', series, at, set)).filter(({ value }) => value !== null);
  const value = runningMeans(series)[ordinal - series.first] ?? null;
  const values = inputs.flatMap((input) => (input.value === null ? [] : [input.value]));
  if (value === null) return { value, inputs, steps: [], missing: 'no earlier period has a value' };
  const numbers = `(${termList(values, ' + ')}) / ${values.length}`;
  return {
    value,
    inputs,
    steps: [step('running_mean', 'sum of earlier values / their number', numbers, value)],
    missing: null,
  };
}

function index({ ordinal }: TrendPoint, base: Ordinal, { series }: TrendPlace, set: SeriesSet): Told {
  const value = indexed(series, ordinal, base);
  const current = periodInput('value', series, ordinal, set);
  const hundred = periodInput('index_base', series, base, set);
  const inputs = [current, hundred];
  const noBase = `${periodText(base, set.cadence)} has no value above 0 for its whole length, which could be 100`;
  if (value === null)
    return { value, inputs, steps: [], missing: indexBase(series, base) === null ? noBase : whyNot('part') };
  const top = { name: '100 * value', value: current.value === null ? null : multiply(current.value, 100) };
  return {
    value,
    inputs,
    steps: [quotient('index', top, { name: 'index_base', value: hundred.value })],
    missing: null,
  };
}

const noEarlier = (series: Series, ordinal: Ordinal, set: SeriesSet): string | null =>
  ordinal < series.first ? whyNot('no-earlier-period') : noValue({ series, ordinal }, set);

/** Why a period has no value: what its flags say. */
export function noValue({ series, ordinal }: TrendPlace, { cadence }: Pick<SeriesSet, 'cadence'>): string {
  const flags = flagsAt(series, ordinal);
  const period = periodText(ordinal, cadence);
  if (valueAt(series, ordinal) !== null) return whyNot('missing') ?? '';
  if (flags.includes('rejects')) return `no cell of ${period} could be read`;
  if (flags.includes('blank')) return `the records of ${period} have no value`;
  return `${period} has no record`;
}
