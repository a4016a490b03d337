import { type TradePlace, type TradeShown, tradePoint } from '../analyses/trade.ts';
import { nameOf } from '../analyses/trade-title.ts';
import { trendPoint } from '../analyses/trend.ts';
import { trendSentence } from '../analyses/trend-sentence.ts';
import { type Ordinal, periodText } from '../period/index.ts';
import { type Series, valueAt } from '../series/series.ts';
import { comparison, level, none } from './comparison.ts';
import type { Derivation, Told } from './derivation.ts';
import { rateQuantity } from './origin.ts';
import { derived, madeOf, type Quantity } from './quantity.ts';
import { difference, quotient, step } from './step.ts';
import { deflatorQuantity, flowQuantity, realQuantity, type TradeOrigins } from './trade-quantity.ts';
import { noValue } from './trend-derivation.ts';
import { whyNot } from './why-not.ts';

/** How a figure of `trade` comes about; null for a column that it does not have. */
export function tradeDerivation(
  column: string,
  place: TradePlace,
  within: TradeOrigins,
  shown: TradeShown,
): Derivation | null {
  const { series, ordinal } = place;
  const { set } = within;
  const told = toldOf(column, place, within, shown);
  if (!told) return null;
  const named = { ...series, key: [...nameOf(series, set), series.measure.name] };
  const missing = told.value === null ? (told.missing ?? noValue({ series, ordinal }, set)) : null;
  return { ...told, missing, sentence: trendSentence(named, { ...set, series: [] }, ordinal) };
}

function toldOf(column: string, place: TradePlace, within: TradeOrigins, shown: TradeShown): Told | null {
  const { series, total, ordinal } = place;
  const { set, deflator } = within;
  const point = tradePoint(series, total, ordinal, set);
  const of = (role: string, at: Ordinal): Quantity => flowQuantity(role, series, at, within);
  switch (column) {
    case 'value':
      return level(of('value', ordinal));
    case 'previous':
      return level(of('previous', ordinal - 1), whyEarlier(series, ordinal - 1, within));
    case 'change':
    case 'relative_change':
      return comparison(column, of('value', ordinal), of('previous', ordinal - 1), {
        change: 'change',
        ratio: 'relative_change',
        of: point.previous,
      });
    case 'year_before':
      return point.yearBefore === null
        ? none(whyNot('no-counterpart') ?? '')
        : level(of('year_before', point.yearBefore), whyEarlier(series, point.yearBefore, within));
    case 'year_change':
    case 'year_relative_change':
      return comparison(
        column,
        of('value', ordinal),
        point.yearBefore === null ? null : of('year_before', point.yearBefore),
        {
          change: 'year_change',
          ratio: 'year_relative_change',
          of: point.year,
        },
      );
    case 'share_of_total':
      return shareOf(place, point.share, within);
    case 'contribution':
      return contributed(place, point.contribution, within);
    case 'exchange_rate':
    case 'rate_days':
      return rated(column, place, within, shown);
    case 'deflator':
      return deflator && deflated(shown.real?.deflator(ordinal) ?? null, deflatorQuantity(ordinal, deflator));
    case 'real_value':
    case 'real_change':
    case 'real_relative_change':
      return real(column, place, within, shown);
    default:
      return null;
  }
}

const whyEarlier = (series: Series, ordinal: Ordinal, { set }: TradeOrigins): string | null =>
  ordinal < series.first ? whyNot('no-earlier-period') : noValue({ series, ordinal }, set);

const NO_TOTAL = 'there is no total of it, or the total is not above zero';

function shareOf({ series, total, ordinal }: TradePlace, value: Told['value'], within: TradeOrigins): Told {
  const part = flowQuantity('value', series, ordinal, within);
  if (value === null || !total)
    return { ...madeOf([part]), steps: [], value, missing: series.measure.kind === 'balance' ? BALANCE : NO_TOTAL };
  const whole = flowQuantity('total', total, ordinal, within);
  return { ...derived(quotient('share_of_total', part, whole), [part, whole]), missing: null };
}

const BALANCE = 'a balance is no part of a total';

/** What a part adds to the change of its total, in parts of the total before; without a record it is zero. */
function contributed({ series, total, ordinal }: TradePlace, value: Told['value'], within: TradeOrigins): Told {
  const [now, before] = [
    flowQuantity('value', series, ordinal, within),
    flowQuantity('previous', series, ordinal - 1, within),
  ].map(zero) as [Quantity, Quantity];
  if (value === null || !total) {
    const status = total && trendPoint(total, ordinal, within.set).previous.status;
    const why = series.measure.kind === 'balance' ? BALANCE : ((status && whyNot(status)) ?? NO_TOTAL);
    return { ...madeOf([now, before]), steps: [], value, missing: why };
  }
  const base = flowQuantity('total before', total, ordinal - 1, within);
  const change = derived(difference('change', now, before), [now, before]);
  return { ...derived(quotient('contribution', change, base), [change, base]), missing: null };
}

const zero = (quantity: Quantity): Quantity => (quantity.value === null ? { ...quantity, value: 0 } : quantity);

function rated(column: string, { series, ordinal }: TradePlace, within: TradeOrigins, shown: TradeShown): Told | null {
  const { set, originOf } = within;
  const { rate = null, days = 0 } = shown.rate?.(ordinal) ?? {};
  const sides = [series, ...set.parts, ...set.totals].map(originOf);
  const rates = sides.find((origin) => origin?.rates)?.rates;
  if (!rates) return null;
  const made = rateQuantity(
    'exchange_rate',
    { ...rates, rateAt: (at) => shown.rate?.(at) ?? rates.rateAt(at) },
    ordinal,
    set.cadence,
  );
  if (column === 'exchange_rate')
    return { ...made, value: rate, missing: rate === null ? 'no day of the period has a rate' : null };
  const line = step('rate_days', 'number of days with a rate', '', days);
  return { ...made, value: days, steps: [line], missing: null };
}

function deflated(value: Told['value'], prices: Quantity): Told {
  const missing = value === null ? 'the price index does not cover the period to its ends' : null;
  return { ...madeOf([prices]), value, missing };
}

/** Values in the prices of one period, and how they changed. */
function real(
  column: string,
  { series, ordinal }: TradePlace,
  within: TradeOrigins,
  { real: prices }: TradeShown,
): Told | null {
  const { deflator, set } = within;
  if (!deflator || !prices) return null;
  const values = prices.of(series);
  const of = (role: string, nominal: string, at: Ordinal): Quantity => {
    const quantity = flowQuantity(nominal, series, at, within);
    const isPriced = prices.deflator(at) !== null && quantity.value !== null;
    if (!isPriced) return { ...quantity, name: role, value: null, steps: [] };
    return realQuantity(role, quantity, at, deflator, periodText(at, set.cadence));
  };
  const now = of('real_value', 'value', ordinal);
  const why = `no price index for ${periodText(ordinal, set.cadence)}, or no value`;
  if (column === 'real_value') return level({ ...now, value: valueAt(values, ordinal) }, why);
  const { previous } = trendPoint(values, ordinal, set);
  const before = of('real value before', 'previous', ordinal - 1);
  return comparison(column, now, before, { change: 'real_change', ratio: 'real_relative_change', of: previous });
}
