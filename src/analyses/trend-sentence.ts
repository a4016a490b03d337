import { approximate, type Exact, negate, sign } from '../math/exact.ts';
import { isYearly, type Ordinal, periodText } from '../period/index.ts';
import type { Figure, Sentence } from '../report/report.ts';
import { flagsAt, isPart, type Series, type SeriesSet, valueAt } from '../series/series.ts';
import type { Change } from './change-between.ts';
import type { Direction } from './direction.ts';
import { seriesName } from './row-key.ts';
import { trendPoint } from './trend.ts';

type Words = (string | Figure)[];

/** The newest whole period of a series in words: its value, and both changes with their periods and bases. */
export function trendSentence(series: Series, set: SeriesSet, last: Ordinal, direction?: Direction): Sentence {
  const { cadence } = set;
  const name = seriesName(series.key, series, set.series);
  const ordinal = newestWhole(series, last);
  if (ordinal === null) return [`${name}no whole period has a value`];
  const point = trendPoint(series, ordinal, set);
  const at = (period: Ordinal) => periodText(period, cadence);
  const words: Words = [name, quantity(point.value), ` ${series.measure.unit} in ${at(ordinal)}`];
  words.push(', ', ...compared(point.previous, valueAt(series, ordinal - 1), at(ordinal - 1)));
  if (!isYearly(cadence) && point.yearBefore !== null && point.year.status !== 'no-earlier-period') {
    words.push('; ', ...compared(point.year, valueAt(series, point.yearBefore), at(point.yearBefore)));
  }
  return [...words, ...unfinished(series, ordinal, last, at), ...overall(direction)];
}

/** The direction of the whole series, where it could be tested. */
function overall(direction: Direction | undefined): Words {
  if (!direction || direction.pValue === null || direction.slope === null) return [];
  const p: Figure = { value: approximate(direction.adjustedP ?? direction.pValue), kind: 'p-value' };
  const test = [
    ' (',
    direction.method,
    ', p ',
    p,
    direction.approximate ? ', approximate' : '',
    direction.seasonsDiffer ? '; the seasons differ)' : ')',
  ];
  if (direction.words === 'no evidence of a direction')
    return ['; over all periods no evidence of a direction', ...test];
  if (sign(direction.slope) === 0) return [`; over all periods ${direction.words}`, ...test];
  const size = sign(direction.slope) < 0 ? negate(direction.slope) : direction.slope;
  return [`; over all periods ${direction.words} by about `, { value: size, kind: 'quantity' }, ' a year', ...test];
}

function newestWhole(series: Series, last: Ordinal): Ordinal | null {
  for (let ordinal = last; ordinal >= series.first; ordinal--) {
    if (valueAt(series, ordinal) !== null && !isPart(flagsAt(series, ordinal))) return ordinal;
  }
  return null;
}

const quantity = (value: Exact | null): string | Figure => (value === null ? 'no value' : { value, kind: 'quantity' });

function compared({ difference, ratio, status }: Change, base: Exact | null, period: string): Words {
  if (base === null || status === 'no-earlier-period') return [`${period} has no value to compare with`];
  if (status === 'unequal-periods')
    return [`not compared with ${period}, which is of another length (--per day compares)`];
  if (difference === null) return [`not compared with ${period}, which is only part covered`];
  const from: Words = [' from ', { value: base, kind: 'quantity' }, ` in ${period}`];
  if (sign(difference) === 0) return ['unchanged', ...from];
  const direction = sign(difference) > 0 ? 'up ' : 'down ';
  if (status === 'points') return [direction, { value: difference, kind: 'points' }, ...from];
  const amount: Figure = { value: difference, kind: 'difference' };
  if (ratio === null)
    return [direction, 'by ', quantity(sign(difference) < 0 ? negate(difference) : difference), ...from];
  return [direction, { value: ratio, kind: 'ratio' }, ' (', amount, ')', ...from];
}

/** What is known of the periods after the newest whole one. */
function unfinished(series: Series, whole: Ordinal, last: Ordinal, at: (period: Ordinal) => string): Words {
  const value = valueAt(series, last);
  if (last === whole) return [];
  if (value === null) return [`; ${at(last)} has no value`];
  return ['; ', quantity(value), ` in ${at(last)} so far, which is not compared`];
}
