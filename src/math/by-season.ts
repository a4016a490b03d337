import type { Observations } from './observations.ts';
import { observations } from './observations.ts';

/**
 * A series cut into one series per season (month or quarter), with time in years.
 *
 * Formula     value i belongs to season i mod m, at year (i - season) / m
 * Input       values: in time order without skipped periods, null = missing; m: seasons in a year, whole, at least 2
 * Output      m observations, times in whole years since the first value of that season
 * Throws      RangeError if a value is NaN or infinite or m is no whole number above 1
 * Accuracy    exact
 * Cost        O(n)
 * Reference   R. M. Hirsch, J. R. Slack, R. A. Smith (1982), https://doi.org/10.1029/WR018i001p00107
 * Checked by  test/math/observations.test.ts
 */
export function bySeason(caller: string, values: readonly (number | null)[], m: number): Observations[] {
  if (!Number.isInteger(m) || m < 2) throw new RangeError(`${caller}: ${m} is not a number of seasons`);
  const seasons: (number | null)[][] = Array.from({ length: m }, () => []);
  for (let i = 0; i < values.length; i++) seasons[i % m]?.push(values[i] ?? null);
  return seasons.map((season) => observations(caller, season));
}
