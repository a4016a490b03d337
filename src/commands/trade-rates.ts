import { type ExchangeRate, exchangeRate, type Quotes } from '../analyses/exchange-rate.ts';
import { moneyText, moneyUnit } from '../analyses/money.ts';
import type { Context } from '../cli/command.ts';
import { didYouMean } from '../config/nearest.ts';
import { inputError, UserError } from '../errors.ts';
import type { RatesBehind } from '../explain/origin.ts';
import { counted, type Note, note, warning } from '../note.ts';
import { type Cadence, dayNumber, firstDay, lastDay, type Ordinal, periodText } from '../period/index.ts';
import { scaledBy } from '../series/scaled-by.ts';
import type { Series, SeriesSet } from '../series/series.ts';
import { checkAboveZero, checkQuotes } from './check-rates.ts';
import type { Ledger } from './ledger.ts';
import { readTallies, seriesOf } from './read-series.ts';
import type { TradeOptions } from './trade-options.ts';

/** Daily rates of currencies, all in units per one unit of the same currency. */
export interface Rates {
  readonly file: string;
  readonly pivot: string;
  /** The days that it covers, and where its records are found. */
  readonly set: Pick<SeriesSet, 'cadence' | 'covered'>;
  readonly ledger: Ledger;
  quotes(currency: string): Quotes;
}

/** Reads a file of daily rates, whose unit must say of what: `per EUR`. */
export async function readRates(file: string, asked: TradeOptions, context: Context): Promise<Rates> {
  const options = { every: 'day', ...besideOptions(asked) } as const;
  const tallied = await readTallies([file], options, context);
  const pivot = /^per ([A-Z]{3})$/.exec(tallied.plan.series.measures[0]?.measure.unit ?? '')?.[1];
  if (pivot === undefined) {
    throw inputError(
      `${file}: does not say of which currency its rates are units`,
      'describe it in a profile whose measure has the unit "per EUR"; ecb-rates is an example',
    );
  }
  checkAboveZero(tallied);
  const { set } = seriesOf(tallied, options, tallied.plan.series);
  const known = new Map(set.series.map((series) => [series.key.at(-1) ?? '', series]));
  checkQuotes(file, pivot, known);
  return {
    file,
    pivot,
    set,
    ledger: { tallied, plan: tallied.plan.series },
    quotes: (currency) => {
      const series = known.get(currency);
      if (currency === pivot || series) return series ?? null;
      throw new UserError(`${file}: there is no rate of ${currency}${didYouMean(currency, [...known.keys()])}`, {
        hint: `its currencies are: ${[pivot, ...known.keys()].join(', ')}`,
      });
    },
  };
}

/** A way to turn amounts into another currency, period by period. */
export interface Conversion {
  convert(set: SeriesSet): SeriesSet;
  /** The daily rates behind the conversion of values of this unit. */
  behind(unit: string, at: Cadence): RatesBehind;
  readonly ledgers: Readonly<Record<string, Ledger>>;
  /** What the values of this unit were converted at, over a period of this cadence. */
  rateAt(unit: string, at: Cadence): (ordinal: Ordinal) => ExchangeRate;
  notes(set: SeriesSet): readonly Note[];
}

/** The conversion into the currency that the user names. */
export function conversion(rates: Rates, into: string, stated: string | undefined): Conversion {
  const to = rates.quotes(into);
  const from = (unit: string) => {
    const money = moneyUnit(unit, stated);
    if (money) return money;
    throw new UserError(`--in ${into}: the currency of "${unit}" is not known`, {
      hint: 'name it with --currency USD',
    });
  };
  const known = new Map<string, ExchangeRate>();
  const rateAt = (unit: string, at: Cadence) => {
    const { currency } = from(unit);
    const quotes = rates.quotes(currency);
    return (ordinal: Ordinal): ExchangeRate => {
      const id = `${currency} ${at.every} ${ordinal}`;
      const days = { first: dayNumber(firstDay(ordinal, at)), last: dayNumber(lastDay(ordinal, at)) };
      const rate = known.get(id) ?? (currency === into ? SAME : exchangeRate(quotes, to, days));
      known.set(id, rate);
      return rate;
    };
  };
  const converted = (series: Series, at: Cadence): Series => {
    const rate = rateAt(series.measure.unit, at);
    const unit = moneyText({ ...from(series.measure.unit), currency: into });
    return scaledBy(series, (ordinal) => rate(ordinal).rate, unit, 'no-rate');
  };
  return {
    convert: (set) => ({ ...set, series: set.series.map((series) => converted(series, set.cadence)) }),
    rateAt,
    behind(unit, at) {
      const { currency } = from(unit);
      const sides = { from: { currency, quotes: rates.quotes(currency) }, to: { currency: into, quotes: to } };
      return { ledger: RATES, ...sides, pivot: rates.pivot, set: rates.set, rateAt: rateAt(unit, at) };
    },
    ledgers: { [RATES]: rates.ledger },
    notes: (set) => conversionNotes(set, rates, into, (unit) => rateAt(unit, set.cadence)),
  };
}

/** Where the records of daily rates are found. */
const RATES = 'rates';

/** What a file beside the table of trade is read by: how, and not which columns. */
export const besideOptions = ({ engine, maxMemory, explain, ids }: TradeOptions) => ({
  ...(engine && { engine }),
  ...(maxMemory && { maxMemory }),
  ...(explain && { explain }),
  ...(ids && { ids }),
});

const SAME: ExchangeRate = { rate: 1, days: 0, without: 0, gap: 0 };

/** More days on end without a rate than any run of holidays has. */
const LONG_GAP = 7;

/** What amounts were converted at, how many days had a rate, and where there was none at all. */
function conversionNotes(
  { series, cadence }: SeriesSet,
  { file, pivot }: Rates,
  into: string,
  rateOf: (unit: string) => (ordinal: Ordinal) => ExchangeRate,
): Note[] {
  return [...new Set(series.map(({ measure }) => measure.unit))].flatMap((unit) => {
    const used = series.filter(({ measure }) => measure.unit === unit);
    const ordinals = [
      ...new Set(
        used.flatMap(({ first, values }) => values.flatMap((value, i) => (value === null ? [] : [first + i]))),
      ),
    ];
    const found = ordinals.sort((a, b) => a - b).map((ordinal) => ({ ordinal, ...rateOf(unit)(ordinal) }));
    const sum = (of: 'days' | 'without') => found.reduce((total, one) => total + (one.rate === null ? 0 : one[of]), 0);
    const lacking = found.filter(({ rate }) => rate === null);
    const sparse = found.filter(({ rate, gap }) => rate !== null && gap > LONG_GAP);
    const among = (some: readonly { readonly ordinal: Ordinal }[]) =>
      `${counted(some.length, cadence.every)}, ${endsOf(some, cadence)}`;
    const text = `${unit} is converted into ${into} ${cadence.every} by ${cadence.every}, at the mean of the days of ${file}, through ${pivot}: ${counted(sum('days'), 'day')} with a rate, ${counted(sum('without'), 'day')} without, such as weekends`;
    const none = `no rate of ${unit} for ${among(lacking)}: there the values are not converted`;
    const few = `no rate of ${unit} on more than ${LONG_GAP} days on end in ${among(sparse)}: there the mean is of the other days alone`;
    return [note(text), ...(lacking.length > 0 ? [warning(none)] : []), ...(sparse.length > 0 ? [warning(few)] : [])];
  });
}

/** `2022…2024`, or the one that there is. */
function endsOf(some: readonly { readonly ordinal: Ordinal }[], at: Cadence): string {
  const ends = [some[0], some[some.length - 1]].map((one) => (one ? periodText(one.ordinal, at) : ''));
  return [...new Set(ends)].join('…');
}
