import type { ExchangeRate, Quotes } from '../analyses/exchange-rate.ts';
import { add, compare, divide, type Exact, multiply, sum } from '../math/exact.ts';
import { counted } from '../note.ts';
import {
  type Cadence,
  dayNumber,
  firstDay,
  lastDay,
  type Ordinal,
  ordinalOf,
  periodText,
  type Window,
} from '../period/index.ts';
import { type Series, type SeriesSet, valueAt } from '../series/series.ts';
import { windowValue } from '../series/window-value.ts';
import { periodInput, windowInput } from './input.ts';
import { derived, type Quantity, quantityOf } from './quantity.ts';
import { digits, operand, product, step, textList } from './step.ts';

/** The series of a source that a series shown is made of; a period shown may be several of its own. */
export interface Origin {
  readonly ledger: string;
  /** Under the names that the source has for it. */
  readonly series: Series;
  readonly set: Pick<SeriesSet, 'cadence' | 'covered'>;
  /** What its amounts are converted at, if they are. */
  readonly rates: RatesBehind | null;
  /** What its amounts are multiplied with beside that, such as millions brought to units. */
  readonly scale?: Exact;
}

/** The daily rates behind a conversion. */
export interface RatesBehind {
  readonly ledger: string;
  /** The currencies, and that of which one unit is worth so much of either. */
  readonly from: { readonly currency: string; readonly quotes: Quotes };
  readonly to: { readonly currency: string; readonly quotes: Quotes };
  readonly pivot: string;
  readonly set: Pick<SeriesSet, 'cadence' | 'covered'>;
  readonly rateAt: (ordinal: Ordinal) => ExchangeRate;
}

/** The value of one period of a series, from the records of its source and what they are multiplied with. */
export function originQuantity(role: string, origin: Origin, ordinal: Ordinal, at: Cadence): Quantity {
  const { series, set, ledger, rates, scale = 1 } = origin;
  const window = {
    first: ordinalOf(firstDay(ordinal, at), set.cadence),
    last: ordinalOf(lastDay(ordinal, at), set.cadence),
  };
  const isScaled = compare(scale, 1) !== 0;
  const own = isScaled ? `${role} as written` : role;
  const written = rates
    ? convertedQuantity(own, origin, rates, window)
    : quantityOf(windowInput(own, { series, value: windowValue(series, window).value, ledger }, window, set, false));
  return isScaled ? derived(product(role, written, { name: 'scale', value: scale }), [written]) : written;
}

/** Amounts are converted one period of the source after the other, and then added up. */
function convertedQuantity(
  role: string,
  { series, set, ledger }: Origin,
  rates: RatesBehind,
  window: Window,
): Quantity {
  const ordinals = Array.from({ length: window.last - window.first + 1 }, (_, i) => window.first + i);
  const terms = ordinals.flatMap((ordinal) => {
    const value = valueAt(series, ordinal);
    const name = `${role} ${periodText(ordinal, set.cadence)}`;
    const rate =
      value === null ? null : rateQuantity(`rate ${periodText(ordinal, set.cadence)}`, rates, ordinal, set.cadence);
    if (value === null || rate === null || rate.value === null) return [];
    const amount = quantityOf(periodInput(`${name} in ${rates.from.currency}`, series, ordinal, set, ledger));
    return [{ amount, rate, text: `${operand(value)} * ${digits(rate.value)}`, product: multiply(value, rate.value) }];
  });
  const made = terms.length === 0 ? null : sum(terms.map((one) => one.product));
  const each = set.cadence.every.replace('-', ' ');
  const words = `sum over each ${each} of amount * rate`;
  const of = terms.flatMap(({ amount, rate }) => [amount, rate]);
  const numbers = textList(
    terms.map(({ text }) => text),
    ' + ',
  );
  return derived(step(role, words, numbers, made), of);
}

/** The mean of the cross rates of the days of a period. */
export function rateQuantity(name: string, rates: RatesBehind, ordinal: Ordinal, at: Cadence): Quantity {
  const { from, to, set, pivot, ledger } = rates;
  const { rate, days, without } = rates.rateAt(ordinal);
  const window = { first: dayNumber(firstDay(ordinal, at)), last: dayNumber(lastDay(ordinal, at)) };
  const sides = [to, from].flatMap(({ currency, quotes }) => {
    if (quotes === null) return [];
    const of = { series: quotes, value: windowValue(quotes, window).value, ledger };
    return [quantityOf(windowInput(`${currency} per ${pivot} ${periodText(ordinal, at)}`, of, window, set, false))];
  });
  if (from.currency === to.currency)
    return { name, value: rate, inputs: [], steps: [], facts: ['amounts in that currency stay as they are'] };
  const pairs = dailyPairs(from.quotes, to.quotes, window);
  const words = `mean of ${counted(days, 'daily rate')}`;
  const texts = pairs.map(([paid, bought]) =>
    bought === null ? digits(paid ?? 1) : `${digits(paid ?? 1)} / ${digits(bought)}`,
  );
  const total = pairs.reduce<Exact>((so, [paid, bought]) => add(so, divide(paid ?? 1, bought ?? 1)), 0);
  const mean = pairs.length === 0 ? null : divide(total, pairs.length);
  const fact = `${name}: ${counted(days, 'day')} with a rate, ${counted(without, 'day')} without`;
  const line = step(name, words, `(${textList(texts, ' + ')}) / ${pairs.length}`, mean);
  const made = derived(line, sides);
  return { ...made, facts: [...made.facts, fact] };
}

/** The rates of the days that have both; null where a side is the pivot itself. */
function dailyPairs(
  from: Quotes,
  to: Quotes,
  { first, last }: Window,
): (readonly [paid: Exact | null, bought: Exact | null])[] {
  const days = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  return days.flatMap((day) => {
    const [bought, paid] = [from, to].map((quotes) => (quotes === null ? undefined : valueAt(quotes, day)));
    return bought === null || paid === null ? [] : [[paid ?? null, bought ?? null] as const];
  });
}
