/** The values that are there, with their times, in one or more groups that are each in time order. */
export interface Observations {
  readonly times: Float64Array;
  readonly values: Float64Array;
  /** Group g goes from starts[g] to before starts[g + 1]; one more entry than groups. */
  readonly starts: readonly number[];
}

/**
 * The present values of a series and when they were observed, as one group.
 *
 * Formula     keep (times[i], values[i]) where values[i] is not null
 * Input       values: in time order, null = missing; times: one per value, rising, 0, 1, 2, ... when not given
 * Output      times, values: of equal length; starts: 0 and that length
 * Throws      RangeError if a value is NaN or infinite or times do not rise: that is a bug upstream, not data
 * Accuracy    exact
 * Cost        O(n)
 * Reference   none: bookkeeping
 * Checked by  test/math/kendall-scores.test.ts
 */
export function observations(
  caller: string,
  values: readonly (number | null)[],
  times?: readonly number[] | undefined,
): Observations {
  const kept = { times: new Float64Array(values.length), values: new Float64Array(values.length) };
  let n = 0;
  for (let i = 0; i < values.length; i++) {
    const value = finiteOrNull(caller, values, i);
    if (value === null) continue;
    const time = times === undefined ? i : times[i];
    if (time === undefined || !Number.isFinite(time) || (n > 0 && time <= (kept.times[n - 1] as number))) {
      throw new RangeError(`${caller}: time ${time} at period ${i} does not rise`);
    }
    kept.times[n] = time;
    kept.values[n++] = value;
  }
  return { times: kept.times.subarray(0, n), values: kept.values.subarray(0, n), starts: [0, n] };
}

/** The value at period i; what is neither a finite number nor null is a bug upstream. */
export function finiteOrNull(caller: string, values: readonly (number | null)[], i: number): number | null {
  const value = values[i] ?? null;
  if (value !== null && !Number.isFinite(value)) throw new RangeError(`${caller}: value at period ${i} is ${value}`);
  return value;
}
