import { divide, type Exact } from '../math/exact.ts';
import { scaledBy } from '../series/scaled-by.ts';
import type { ReportedFlow } from './mirror.ts';
import { moneyText, moneyUnit } from './money.ts';

/** The first of several units, if all are of one currency; null where they are not. */
export function commonUnit(units: readonly string[]): string | null {
  const [first = ''] = units;
  const [currency, ...others] = units.map((unit) => moneyUnit(unit)?.currency);
  const isOne = units.length < 2 || (currency !== undefined && others.every((other) => other === currency));
  return isOne ? first : null;
}

/** Millions and single units of one currency, brought to one scale. */
export function inUnit(flows: readonly ReportedFlow[], unit: string): ReportedFlow[] {
  const target = moneyUnit(unit);
  return flows.map((one) => {
    const own = one.series.measure.unit;
    if (own === unit || !moneyUnit(own) || !target) return one;
    return { ...one, series: scaledBy(one.series, () => scaleBetween(own, unit), moneyText(target), 'no-rate') };
  });
}

/** How many of one unit of money are one of another of the same currency; 1 where one of them is none. */
export function scaleBetween(from: string, to: string): Exact {
  const [own, target] = [moneyUnit(from), moneyUnit(to)];
  return own && target ? divide(own.scale, target.scale) : 1;
}
