import type { Status } from './estimate.ts';

/** The counts of a window's periods; exposures (such as days) make them rates. */
export interface CountWindow {
  /** One count per period, null = missing. */
  readonly values: readonly (number | null)[];
  /** One per period, above 0: days, patrols, anything a count is proportional to; 1 each when not given. */
  readonly exposures?: readonly number[] | undefined;
}

/** The present counts of a window, with their exposures and both totals. */
export interface PresentCounts {
  readonly counts: readonly number[];
  readonly exposures: readonly number[];
  readonly total: number;
  readonly exposure: number;
}

function presentCounts(caller: string, window: CountWindow): PresentCounts {
  const counts: number[] = [];
  const exposures: number[] = [];
  for (const [i, value] of window.values.entries()) {
    if (value === null) continue;
    const exposure = window.exposures === undefined ? 1 : window.exposures[i];
    if (!(value >= 0 && value < Infinity)) throw new RangeError(`${caller}: count at period ${i} is ${value}`);
    if (!(exposure !== undefined && exposure > 0 && exposure < Infinity)) {
      throw new RangeError(`${caller}: exposure at period ${i} is ${exposure}`);
    }
    counts.push(value);
    exposures.push(exposure);
  }
  return { counts, exposures, total: total(counts), exposure: total(exposures) };
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** What every ratio of two windows of counts begins with. */
interface ComparedWindows {
  readonly one: PresentCounts;
  readonly zero: PresentCounts;
  /** How many counts there are in both. */
  readonly n: number;
  /** Why there is no ratio of them; null where there is one. */
  readonly lack: Status | null;
}

export function comparedWindows(caller: string, current: CountWindow, base: CountWindow): ComparedWindows {
  const [one, zero] = [presentCounts(caller, current), presentCounts(caller, base)];
  return { one, zero, n: one.counts.length + zero.counts.length, lack: lackOf(one, zero) };
}

function lackOf(one: PresentCounts, zero: PresentCounts): Status | null {
  if (one.counts.length < 2 || zero.counts.length < 2) return 'too-few-values';
  if (one.total + zero.total === 0) return 'no-counts';
  return one.total === 0 || zero.total === 0 ? 'zero-window' : null;
}

/** What an interval of some confidence leaves outside. */
export function alphaOf(caller: string, confidence: number): number {
  const alpha = 1 - confidence;
  if (!(alpha > 0 && alpha < 1)) throw new RangeError(`${caller}: confidence ${confidence} is not between 0 and 1`);
  return alpha;
}
