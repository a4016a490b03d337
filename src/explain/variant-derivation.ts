import type { Variant } from '../analyses/variants.ts';
import { type Cadence, type Window, windowDays, windowText } from '../period/index.ts';
import { type Series, type SeriesSet, valueAt } from '../series/series.ts';
import { windowValue } from '../series/window-value.ts';
import { comparison, level } from './comparison.ts';
import type { Derivation } from './derivation.ts';
import { PARTS, periodInput, windowInput } from './input.ts';
import { derived, type Quantity, quantityOf } from './quantity.ts';
import { difference, quotient } from './step.ts';

/** The series that a variant is of, and where its records are found. */
export interface VariedSeries {
  readonly series: Series;
  readonly ledger: string;
  readonly set: Pick<SeriesSet, 'cadence' | 'covered'>;
}

/** How a figure of the headline under another choice comes about; null for a column that it does not have. */
export function variantDerivation(column: string, variant: Variant, of: VariedSeries): Derivation | null {
  const { name, windows, change } = variant;
  const [current, base] = [varied('current', variant, of), varied('base', variant, of)];
  const texts = [windows.current, windows.base].map((window) => windowText(window, of.set.cadence));
  const sentence = [`${name}: ${texts.join(' against ')}`];
  if (column === 'current' || column === 'base') {
    const one = column === 'current' ? current : base;
    return { ...level(one, 'a period of the window has no value'), sentence };
  }
  if (column !== 'change' && column !== 'relative_change') return null;
  return { ...comparison(column, current, base, { change: 'change', ratio: 'relative_change', of: change }), sentence };
}

/** The value of one window under a choice: less what it leaves out, and by the day where it says so. */
function varied(role: 'current' | 'base', { windows, less, perDay }: Variant, of: VariedSeries): Quantity {
  const { series, ledger, set } = of;
  const window = windows[role];
  const sumName = perDay ? `${role} sum` : role;
  const { value } = windowValue(series, window);
  const whole = quantityOf(
    windowInput(less ? `${sumName} of all` : sumName, { series, value, ledger }, window, set, false),
  );
  const left = less && leftOut(sumName, role, window, less, of);
  const rest = left
    ? derived(difference(sumName, whole, left), [whole, left])
    : less
      ? { ...whole, value: null }
      : whole;
  return perDay ? byDay(role, rest, window, set.cadence) : rest;
}

function byDay(role: string, sum: Quantity, window: Window, at: Cadence): Quantity {
  return derived(quotient(role, sum, { name: 'days', value: windowDays(window, at) }), [sum]);
}

/** The group or the period that a choice leaves out; null where there is none in the window. */
function leftOut(
  name: string,
  role: 'current' | 'base',
  window: Window,
  less: NonNullable<Variant['less']>,
  { series, ledger, set }: VariedSeries,
): Quantity | null {
  if ('part' in less) {
    const { value } = windowValue(less.part, window);
    const text = `${name} of ${less.part.key.join(', ')}`;
    const input = windowInput(text, { series: less.part, value, ledger: PARTS }, window, set, false);
    return { ...quantityOf(input), value: value ?? 0 };
  }
  const at = less.periods[role];
  if (at === null || valueAt(series, at) === null) return null;
  return quantityOf(periodInput(`${name} of its largest period`, series, at, set, ledger));
}
