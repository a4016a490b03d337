import { compare, divide, type Exact, sign, subtract } from '../math/exact.ts';
import { type Cadence, type Ordinal, type Window, windowDays, windowYearBefore } from '../period/index.ts';
import type { Sentence } from '../report/report.ts';
import { type Series, valueAt } from '../series/series.ts';
import { windowValue } from '../series/window-value.ts';
import { type Change, changeBetween, type Valued, without } from './change-between.ts';
import { type Break, crossedBreak, type Windows } from './window-change.ts';

/** The headline figure under another choice that one might have made. */
export interface Variant {
  readonly name: string;
  readonly windows: Windows;
  readonly base: Exact | null;
  readonly current: Exact | null;
  readonly change: Change;
  /** The group, or the period of each window, that is left out. */
  readonly less:
    | { readonly part: Series }
    | { readonly periods: Readonly<Record<keyof Windows, Ordinal | null>> }
    | null;
  /** True where sums are divided by the days of their windows. */
  readonly perDay: boolean;
}

/** Each variant of a comparison of one series; `parts` are the groups that it is the sum of. None crosses a break. */
export function variants(
  series: Series,
  parts: readonly Series[],
  { perDay, ...windows }: Windows & { readonly perDay: boolean },
  at: Cadence,
  breaks: readonly Break[],
): Variant[] {
  const all = choices(series, parts, windows, at, perDay);
  return (perDay ? all.map((one) => rated(one, series, at)) : all).map((one) =>
    crossedBreak(one.windows, breaks) ? { ...one, change: without('break') } : one,
  );
}

/** A variant of sums as one of rates per day. */
function rated(one: Variant, { measure }: Series, at: Cadence): Variant {
  const [base, current] = [perDayOf(one.base, one.windows.base, at), perDayOf(one.current, one.windows.current, at)];
  const rated = { ...one, base, current, perDay: true };
  if (one.change.difference === null) return rated;
  const valued = (value: Exact | null): Valued => ({ value, flags: [] });
  return { ...rated, change: changeBetween(valued(base), valued(current), measure.kind) };
}

/** A sum over a window divided by its days. */
export const perDayOf = (value: Exact | null, window: Window, at: Cadence): Exact | null =>
  value === null ? null : divide(value, windowDays(window, at));

function choices(
  series: Series,
  parts: readonly Series[],
  windows: Windows,
  at: Cadence,
  isPerDay: boolean,
): Variant[] {
  const plain = (name: string, moved: Windows): Variant =>
    variant(name, moved, windowValue(series, moved.base), windowValue(series, moved.current), series);
  const yearBefore = windowYearBefore(windows.current, at);
  const additive = series.measure.statistic === 'sum' || series.measure.statistic === 'count';
  const isOne = windows.current.first === windows.current.last || windows.base.first === windows.base.last;
  const isBase = yearBefore?.first === windows.base.first && yearBefore.last === windows.base.last;
  const ofSums = () => [
    ...withoutLargestGroup(series, parts, windows),
    ...(isOne || isPerDay ? [] : [withoutLargestPeriod(series, windows)]),
    ...(isPerDay ? [] : [perDay(series, windows, at)]),
  ];
  return [
    plain('one period earlier', moved(windows, -1, -1)),
    plain('one period later', moved(windows, 1, 1)),
    ...(isOne ? [] : [plain('one period shorter', lengthened(windows, -1))]),
    plain('one period longer', lengthened(windows, 1)),
    ...(additive ? ofSums() : []),
    ...(yearBefore && !isBase
      ? [plain('against the same window a year before', { current: windows.current, base: yearBefore })]
      : []),
  ];
}

/** Both windows with their first and last period moved. */
function moved({ current, base }: Windows, first: number, last: number): Windows {
  const move = (window: Window): Window => ({ first: window.first + first, last: window.last + last });
  return { current: move(current), base: move(base) };
}

/** Both windows longer at their start; a base that ends where the current window begins still does so. */
function lengthened({ current, base }: Windows, by: number): Windows {
  const longer = { first: current.first - by, last: current.last };
  const follows = base.last + 1 === current.first ? -by : 0;
  return { current: longer, base: { first: base.first - by + follows, last: base.last + follows } };
}

function variant(name: string, windows: Windows, base: Valued, current: Valued, { measure }: Series): Variant {
  return {
    name,
    windows,
    base: base.value,
    current: current.value,
    change: changeBetween(base, current, measure.kind),
    less: null,
    perDay: false,
  };
}

/** Without the group that is largest in the current window. */
function withoutLargestGroup(series: Series, parts: readonly Series[], windows: Windows): Variant[] {
  if (parts.length < 2) return [];
  const size = (part: Series) => windowValue(part, windows.current).value ?? 0;
  const largest = parts.reduce((best, part) => (compare(size(part), size(best)) > 0 ? part : best));
  const less = (window: Window): Valued => {
    const [all, one] = [windowValue(series, window), windowValue(largest, window)];
    return { value: all.value === null ? null : subtract(all.value, one.value ?? 0), flags: all.flags };
  };
  const made = variant(`without ${largest.key.join(', ')}`, windows, less(windows.base), less(windows.current), series);
  return [{ ...made, less: { part: largest } }];
}

/** Without the largest period of each window. */
function withoutLargestPeriod(series: Series, windows: Windows): Variant {
  const less = (window: Window): Valued => {
    const all = windowValue(series, window);
    const at = largestPeriod(series, window);
    const largest = at === null ? null : valueAt(series, at);
    const rest = all.value === null || largest === null ? null : subtract(all.value, largest);
    return { value: all.periods === 1 ? null : rest, flags: all.flags };
  };
  const made = variant(
    'without the largest period of each window',
    windows,
    less(windows.base),
    less(windows.current),
    series,
  );
  const periods = {
    base: largestPeriod(series, windows.base),
    current: largestPeriod(series, windows.current),
  };
  return { ...made, less: { periods } };
}

/** The first of the periods with the largest value; null where none has one. */
function largestPeriod(series: Series, window: Window): Ordinal | null {
  let at: Ordinal | null = null;
  for (let ordinal = window.first; ordinal <= window.last; ordinal++) {
    const value = valueAt(series, ordinal);
    const known = at === null ? null : valueAt(series, at);
    if (value !== null && (known === null || compare(value, known) > 0)) at = ordinal;
  }
  return at;
}

function perDay(series: Series, windows: Windows, at: Cadence): Variant {
  const rate = (window: Window): Valued => {
    const { value, flags } = windowValue(series, window);
    return { value: perDayOf(value, window, at), flags };
  };
  return { ...variant('per day', windows, rate(windows.base), rate(windows.current), series), perDay: true };
}

/** How many variants have the direction of the headline, and how far they reach. */
export function robustness(headline: Change, all: readonly Variant[]): Sentence | null {
  const known = all.filter(({ change }) => change.ratio !== null);
  const [first] = known;
  if (headline.ratio === null || !first) return null;
  const direction = sign(headline.ratio);
  const holds = known.filter(({ change }) => sign(change.ratio ?? 0) === direction).length;
  const ratios = known.map(({ change }) => change.ratio ?? 0).sort(compare);
  const words = direction > 0 ? 'the rise' : direction < 0 ? 'the fall' : 'the standstill';
  return [
    `${words} holds in ${holds} of ${known.length} variants, from `,
    { value: ratios[0] ?? 0, kind: 'signed-ratio' },
    ' to ',
    { value: ratios[ratios.length - 1] ?? 0, kind: 'signed-ratio' },
    ' (--variants lists them)',
  ];
}
