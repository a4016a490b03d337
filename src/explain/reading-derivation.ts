import type { Reading } from '../analyses/readings.ts';
import { flagsAt, isPart, type SeriesSet, valueAt } from '../series/series.ts';
import { windowValue } from '../series/window-value.ts';
import { comparison, level } from './comparison.ts';
import type { Derivation } from './derivation.ts';
import { PARTS, periodInput, windowInput } from './input.ts';
import { madeOf, type Quantity, quantityOf } from './quantity.ts';
import { digits, operand, step, termList } from './step.ts';

/** The ledger of the same series by day. */
export const DAYS = 'days';

/** How a figure of one reading of a window comes about; null for a column that it does not have. */
export function readingDerivation(column: string, reading: Reading, set: SeriesSet): Derivation | null {
  const { name, ending, windows, change } = reading;
  const sentence = [`${name}, ${ending}: ${windows[1]} against ${windows[0]}`];
  const [base, current] = reading.slope !== undefined ? bySlope(reading, set) : compared(reading, set);
  if (column === 'base' || column === 'current')
    return { ...level(column === 'base' ? base : current, 'a period of the window has no value'), sentence };
  if (column !== 'change' && column !== 'relative_change') return null;
  return { ...comparison(column, current, base, { change: 'change', ratio: 'relative_change', of: change }), sentence };
}

/** Where a reading finds its records, and how its periods are cut. */
function within({ cadence }: Reading, set: SeriesSet) {
  const isDaily = cadence.every === 'day' && set.cadence.every !== 'day';
  return { ledger: isDaily ? DAYS : PARTS, set: { cadence, covered: set.covered } };
}

function compared(reading: Reading, all: SeriesSet): [base: Quantity, current: Quantity] {
  const { series, spans } = reading;
  const { ledger, set } = within(reading, all);
  return (['base', 'current'] as const).map((role) => {
    const { value } = windowValue(series, spans[role]);
    return quantityOf(windowInput(role, { series, value, ledger }, spans[role], set, false));
  }) as [Quantity, Quantity];
}

/** The first value of the window, and what the typical change per period makes of it by the end. */
function bySlope(reading: Reading, all: SeriesSet): [base: Quantity, current: Quantity] {
  const { series, spans, slope, current: end } = reading;
  const { ledger, set } = within(reading, all);
  const { first, last } = spans.current;
  const ordinals = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const whole = ordinals.filter((at) => valueAt(series, at) !== null && !isPart(flagsAt(series, at)));
  const inputs = whole.map((at) => quantityOf(periodInput(at === first ? 'base' : 'period', series, at, set, ledger)));
  const values = inputs.flatMap(({ value }) => (value === null ? [] : [value]));
  const known = inputs.find(({ name }) => name === 'base');
  const base = known ?? { name: 'base', value: null, inputs: [], steps: [], facts: [] };
  const made = { ...madeOf(inputs), name: 'current' };
  if (end === null || slope == null || base.value === null) return [base, { ...made, value: end, steps: [] }];
  const typical = step('slope', `typical change per period by theil-sen(${termList(values, '; ')})`, '', slope);
  const words = `base + slope * ${ordinals.length} periods`;
  const numbers = `${digits(base.value)} + ${operand(slope)} * ${ordinals.length}`;
  return [base, { ...made, value: end, steps: [typical, step('current', words, numbers, end, true)] }];
}
