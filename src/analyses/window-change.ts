import { divide, type Exact } from '../math/exact.ts';
import type { Estimate } from '../methods/estimate.ts';
import { type Cadence, type Window, windowDays } from '../period/index.ts';
import type { Flag, Series } from '../series/series.ts';
import { type WindowValue, windowValue } from '../series/window-value.ts';
import { type Change, changeBetween, without } from './change-between.ts';
import { changeInterval, type IntervalChoice } from './interval.ts';

/** The two windows of a comparison. */
export interface Windows {
  readonly current: Window;
  readonly base: Window;
}

export interface ChangeOptions extends Windows {
  /** The window a year before the current one, or null where it is the base already or does not exist. */
  readonly yearBefore: Window | null;
  readonly perDay: boolean;
  readonly interval: IntervalChoice;
  readonly confidence: number;
  /** Below this base a percentage is marked as resting on few. */
  readonly smallBase: number;
  /** Breaks that no comparison may cross, unless the user says so. */
  readonly breaks: readonly Break[];
  readonly acrossBreaks: boolean;
}

/** A period from which on figures are not comparable with earlier ones. */
export interface Break {
  readonly at: number;
  readonly why: string;
}

/** One series over two windows. */
export interface WindowChange {
  readonly series: Series;
  /** Of base, current and their difference. */
  readonly unit: string;
  readonly current: WindowValue;
  readonly base: WindowValue;
  readonly change: Change;
  readonly interval: Estimate | null;
}

/** Compares one window of a series with another. */
export function windowChange(series: Series, windows: Windows, cadence: Cadence, options: ChangeOptions): WindowChange {
  const current = perDayValue(windowValue(series, windows.current), windows.current, cadence, options.perDay);
  const base = perDayValue(windowValue(series, windows.base), windows.base, cadence, options.perDay);
  const change = crossedBreak(windows, breaksIn(series, options))
    ? without('break')
    : changeBetween(base, current, series.measure.kind);
  const comparable = change.status === 'ok' || change.status === 'base-zero';
  const how = { choice: options.interval, confidence: options.confidence, perDay: options.perDay };
  const interval = comparable ? changeInterval(series, windows, cadence, how) : null;
  const { unit } = series.measure;
  return { series, unit: options.perDay ? `${unit} per day` : unit, current, base, change, interval };
}

/** The breaks that were declared, and the periods that the source itself flags with `b`, unless they are crossed on purpose. */
export function breaksIn(
  series: Series,
  { breaks, acrossBreaks }: Pick<ChangeOptions, 'breaks' | 'acrossBreaks'>,
): Break[] {
  if (acrossBreaks) return [];
  const flagged = series.flags.flatMap((flags, i) =>
    flags.some(marksBreak) ? [{ at: series.first + i, why: 'flagged b in the source' }] : [],
  );
  return [...breaks, ...flagged];
}

/** `b` alone or with other letters of the statistical offices: `bp` is a break in provisional figures. */
const marksBreak = (flag: Flag): boolean =>
  /^source:(?:.*[\s,;])?[cdefimnprsuz]{0,2}b[cdefimnprsuz]{0,2}(?:[\s,;]|$)/.test(flag);

/** The first break that lies between the start of the earlier window and the end of the later one. */
export function crossedBreak({ current, base }: Windows, breaks: readonly Break[]): Break | undefined {
  const first = Math.min(current.first, base.first);
  const last = Math.max(current.last, base.last);
  return breaks.find(({ at }) => at > first && at <= last);
}

function perDayValue(value: WindowValue, window: Window, cadence: Cadence, perDay: boolean): WindowValue {
  if (!perDay || value.value === null) return value;
  return { ...value, value: divide(value.value, windowDays(window, cadence)) as Exact };
}
