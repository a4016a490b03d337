import type { Observations } from './observations.ts';

/**
 * Sum of the covariances between the Kendall scores of all pairs of different seasons.
 *
 * Formula     cov(g, h) = (K + 4 sum over years of R[g] R[h] - years (n[g] + 1)(n[h] + 1)) / 3,
 *             K = sum over years i < j of sign(y[g, j] - y[g, i]) sign(y[h, j] - y[h, i]), R = rank within the
 *             season, (n + 1)/2 where missing, sign 0 with a missing value; summed over all g != h at once, since
 *             sum over g != h of a[g] a[h] = (sum a)^2 - sum a^2
 * Input       seasons: observations in one group per season, times in whole years from 0; years: how many
 * Output      the sum, g before h and h before g both counted: unit of a squared score, may be negative
 * Accuracy    exact for whole ranks, else relative 1e-13 of the largest term
 * Cost        O(seasons years^2) time
 * Reference   R. M. Hirsch, J. R. Slack (1984), Water Resources Research 20, 727-732, https://doi.org/10.1029/WR020i006p00727
 * Checked by  test/oracle/kendall.json (numpy, season by season)
 */
export function seasonCovariance(seasons: Observations, years: number): number {
  const rows = onYears(seasons, years);
  let [products, ones, onesSquared] = [0, 0, 0];
  for (const { n } of rows) {
    ones += n + 1;
    onesSquared += (n + 1) ** 2;
  }
  for (let i = 0; i < years; i++) {
    let [sum, squares] = [0, 0];
    for (const row of rows) {
      const rank = rankOf(row, i);
      sum += rank;
      squares += rank * rank;
    }
    products += 4 * (sum * sum - squares);
    for (let j = i + 1; j < years; j++) products += signProducts(rows, i, j);
  }
  return (products - years * (ones * ones - onesSquared)) / 3;
}

/** The values of a season by year, NaN where there is none: every comparison with it is false, so its sign is 0. */
interface Row {
  readonly byYear: Float64Array;
  readonly n: number;
}

function onYears({ times, values, starts }: Observations, years: number): Row[] {
  return starts.slice(1).map((end, g) => {
    const byYear = new Float64Array(years).fill(Number.NaN);
    const start = starts[g] as number;
    for (let i = start; i < end; i++) byYear[times[i] as number] = values[i] as number;
    return { byYear, n: end - start };
  });
}

function rankOf({ byYear, n }: Row, i: number): number {
  const y = byYear[i] as number;
  let sum = n + 1;
  for (const other of byYear) sum += +(y > other) - +(y < other);
  return sum / 2;
}

function signProducts(rows: readonly Row[], i: number, j: number): number {
  let [sum, squares] = [0, 0];
  for (const { byYear } of rows) {
    const rise = (byYear[j] as number) - (byYear[i] as number);
    const sign = +(rise > 0) - +(rise < 0);
    sum += sign;
    squares += sign * sign;
  }
  return sum * sum - squares;
}
