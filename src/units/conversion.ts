import { divide, type Exact, multiply } from '../math/exact.ts';
import { factor } from './factor.ts';
import { substanceNamed } from './substance-named.ts';
import { UNITS_FILE, type Unit, type UnitsFile } from './unit-table.ts';

/** How a quantity in one unit becomes one in another: exactly within a dimension, elsewhere an estimate with its range. */
export interface Conversion {
  readonly factor: Exact;
  /** Null where the source of an estimate gives no range; the factor itself where it is exact. */
  readonly low: Exact | null;
  readonly high: Exact | null;
  readonly kind: 'exact' | 'estimate';
  /** What an estimate rests on. */
  readonly scope: string | null;
}

/** The conversion of quantities of a substance from one unit to another; null where there is none. */
export function conversion(substance: string, from: Unit, to: Unit): Conversion | null {
  const exact = divide(from.factor, to.factor);
  if (from.base === to.base) return { factor: exact, low: exact, high: exact, kind: 'exact', scope: null };
  const known = substanceNamed(substance);
  const names = [known?.name, known?.of];
  const entry = UNITS_FILE.conversions.find(
    (one) =>
      one.from === from.base && one.to === to.base && (one.substances?.some((name) => names.includes(name)) ?? true),
  );
  if (!entry) return null;
  const scaled = (text: string | undefined) => (text === undefined ? null : multiply(factor(text), exact));
  return {
    factor: multiply(factor(entry.factor), exact),
    low: scaled(entry.low),
    high: scaled(entry.high),
    kind: 'estimate',
    scope: scopeText(entry),
  };
}

/** `1 tablet of methamphetamine is taken as 0.00009 kg, from 0.00009 to 0.0003: …`, with the sources. */
function scopeText(entry: UnitsFile['conversions'][number]): string {
  const { from, to, substances, factor: middle, low, high, scope } = entry;
  const of = substances === undefined ? '' : ` of ${substances.join(', ')}`;
  const range = low === undefined ? '' : `, from ${low} to ${high}`;
  const names = [entry.source, ...(entry.range_source === undefined ? [] : [entry.range_source])];
  const sources = names.map((name) => UNITS_FILE.sources[name] ?? name).join('; ');
  return `1 ${from}${of} is taken as ${middle} ${to}${range}: ${scope} (${sources})`;
}
