import { type KendallScore, kendallScores, totalScore } from './kendall-scores.ts';
import { finiteOrNull, type Observations } from './observations.ts';

/** A series cut into seasons, with what every seasonal method needs. */
export interface Seasons {
  /** Seasons in a year. */
  readonly m: number;
  /** Of the series, missing ones too. */
  readonly periods: number;
  /** One group per season, times in whole years since its first value. */
  readonly observations: Observations;
  readonly scores: readonly KendallScore[];
  readonly total: KendallScore;
}

/**
 * A series cut into one group per season (month or quarter), with Kendall's score of each.
 *
 * Formula     value i belongs to season i mod m, at year (i - season) / m
 * Input       values: in time order without skipped periods, null = missing; m: seasons in a year, whole, at least 2
 * Output      observations in m groups, their scores and the sum of these
 * Throws      RangeError if a value is NaN or infinite or m is no whole number above 1
 * Accuracy    exact
 * Cost        O(n log n)
 * Reference   R. M. Hirsch, J. R. Slack, R. A. Smith (1982), https://doi.org/10.1029/WR018i001p00107
 * Checked by  test/oracle/kendall.json (numpy)
 */
export function seasons(values: readonly (number | null)[], m: number): Seasons {
  if (!Number.isInteger(m) || m < 2) throw new RangeError(`seasons: ${m} is not a number of seasons`);
  const observations = bySeason(values, m);
  const scores = kendallScores(observations);
  return { m, periods: values.length, observations, scores, total: totalScore(scores) };
}

function bySeason(values: readonly (number | null)[], m: number): Observations {
  const kept = { times: new Float64Array(values.length), values: new Float64Array(values.length) };
  const starts = [0];
  let n = 0;
  for (let season = 0; season < m; season++) {
    for (let i = season, year = 0; i < values.length; i += m, year++) {
      const value = finiteOrNull('seasons', values, i);
      if (value === null) continue;
      kept.times[n] = year;
      kept.values[n++] = value;
    }
    starts.push(n);
  }
  return { times: kept.times.subarray(0, n), values: kept.values.subarray(0, n), starts };
}
