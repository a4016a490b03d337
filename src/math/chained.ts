import { type Exact, multiply, significant } from './exact.ts';

const DIGITS = 30;

/**
 * Chained index: the product of the links from one period to the next.
 *
 * Formula     c[0] = 1, c[t] = c[t - 1] link[t]
 * Input       links: the index of each period on the one before, in time order; the first is of no concern; null = none
 * Output      ratio to the first period, without unit; null from the first missing link on
 * Accuracy    relative 1e-28 per link: each product is kept to 30 digits, so that its fraction does not grow without end
 * Cost        O(n)
 * Reference   International Monetary Fund (2009), Export and Import Price Index Manual, ISBN 978-1-58906-780-6, chapter 16
 * Checked by  test/oracle/price-index.json (Python fractions; IndexNumR's test values)
 */
export function chained(links: readonly (Exact | null)[]): (Exact | null)[] {
  let product: Exact | null = 1;
  return links.map((link, i) => {
    if (i > 0) product = product === null || link === null ? null : significant(multiply(product, link), DIGITS);
    return product;
  });
}
