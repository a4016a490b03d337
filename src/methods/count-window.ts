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

export function presentCounts(caller: string, window: CountWindow): PresentCounts {
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
