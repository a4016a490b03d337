import { inputError } from '../errors.ts';
import { compare, plainText, sign } from '../math/exact.ts';
import { lastOrdinal, type Series, valueAt } from '../series/series.ts';
import { placeText } from '../source/place.ts';
import type { Tallied } from './read-series.ts';

/** Amounts are divided by exchange rates and price indices: one that is not above zero is a slip of the file. */
export function checkAboveZero({ source, plan, result }: Tallied): void {
  const bad = result.tallies.filter(({ measures: [cells] }) => cells?.min != null && sign(cells.min) <= 0);
  const [first] = bad.sort((a, b) => a.first.line - b.first.line);
  const least = first?.measures[0]?.min;
  if (first === undefined || least == null) return;
  const name = plan.series.measures[0]?.measure.name ?? '';
  throw inputError(
    `${placeText(source, first.first)}: ${name} (${first.key.join(', ')}) is ${plainText(least)}, which is not above zero`,
    'mend the file, or empty the cell',
  );
}

/** Rates per another currency than the one they are taken to be per, or the wrong way round, give figures that look right. */
export function checkQuotes(file: string, pivot: string, quotes: ReadonlyMap<string, Series>): void {
  const hint = `a file of rates has units of each currency for one ${pivot}`;
  const isOne = quotes.get(pivot)?.values.every((value) => value === null || compare(value, 1) === 0) ?? true;
  if (!isOne) throw inputError(`${file}: taken as units per ${pivot}, its own column ${pivot} is not 1`, hint);
  const [dollars, yen] = [quotes.get('USD'), quotes.get('JPY')];
  if (dollars === undefined || yen === undefined) return;
  for (let day = lastOrdinal(yen); day >= yen.first; day--) {
    const [fewer, more] = [valueAt(dollars, day), valueAt(yen, day)];
    if (fewer === null || more === null) continue;
    if (compare(fewer, more) < 0) return;
    throw inputError(`${file}: taken as units per ${pivot}, its rates make a yen worth more than a dollar`, hint);
  }
}
