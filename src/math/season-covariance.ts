import type { Observations } from './observations.ts';

/**
 * Sum of the covariances between the Kendall scores of all pairs of different seasons.
 *
 * Formula     cov(g, h) = (K + 4 sum over years of R[g] R[h] - years (n[g] + 1)(n[h] + 1)) / 3,
 *             K = sum over years i < j of sign(y[g, j] - y[g, i]) sign(y[h, j] - y[h, i]), R = rank within the
 *             season, (n + 1)/2 where missing, sign 0 with a missing value; summed over all g != h at once, since
 *             sum over g != h of a[g] a[h] = (sum a)^2 - sum a^2
 * Input       seasons: observations with times in whole years from 0; years: how many
 * Output      the sum, g before h and h before g both counted: unit of a squared score, may be negative
 * Accuracy    exact for whole ranks, else relative 1e-13 of the largest term
 * Cost        O(seasons years^2) time
 * Reference   R. M. Hirsch, J. R. Slack (1984), Water Resources Research 20, 727-732, https://doi.org/10.1029/WR020i006p00727
 * Checked by  test/oracle/kendall.json (numpy, season by season)
 */
export function seasonCovariance(seasons: readonly Observations[], years: number): number {
  const rows = seasons.map((season) => onYears(season, years));
  let [products, ones, onesSquared] = [0, 0, 0];
  for (const { values } of seasons) {
    ones += values.length + 1;
    onesSquared += (values.length + 1) ** 2;
  }
  const rank = rows.map((row, g) => ranksOf(row, (seasons[g] as Observations).values.length));
  for (let i = 0; i < years; i++) {
    products += 4 * crossProducts(rank.map((ranks) => ranks[i] as number));
    for (let j = i + 1; j < years; j++) products += signProducts(rows, i, j);
  }
  return (products - years * (ones * ones - onesSquared)) / 3;
}

/** The values by year, NaN where there is none: every comparison with it is false, so its sign is 0. */
function onYears({ times, values }: Observations, years: number): Float64Array {
  const row = new Float64Array(years).fill(Number.NaN);
  for (let i = 0; i < values.length; i++) row[times[i] as number] = values[i] as number;
  return row;
}

function ranksOf(row: Float64Array, n: number): Float64Array {
  return row.map((y) => {
    let sum = n + 1;
    for (const other of row) sum += y > other ? 1 : y < other ? -1 : 0;
    return sum / 2;
  });
}

function crossProducts(a: readonly number[]): number {
  let [sum, squares] = [0, 0];
  for (const x of a) {
    sum += x;
    squares += x * x;
  }
  return sum * sum - squares;
}

function signProducts(rows: readonly Float64Array[], i: number, j: number): number {
  let [sum, squares] = [0, 0];
  for (const row of rows) {
    const rise = (row[j] as number) - (row[i] as number);
    if (rise > 0) sum++;
    else if (rise < 0) sum--;
    if (rise > 0 || rise < 0) squares++;
  }
  return sum * sum - squares;
}
