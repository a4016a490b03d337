import { compare, type Exact, subtract } from '../math/exact.ts';
import { type NumberAndSize, numberAndSize } from '../methods/number-and-size.ts';
import type { Window } from '../period/index.ts';
import type { SeizureGroup } from '../series/cases.ts';
import { type WindowValue, windowValue } from '../series/window-value.ts';
import { type CaseSizes, caseSizes } from './case-sizes.ts';
import { type Change, changeBetween, without } from './change-between.ts';

/** What was seized in a window; sizes are null where records are sums of cases. */
export interface SeizureWindow {
  readonly cases: WindowValue;
  readonly quantity: WindowValue;
  readonly sizes: CaseSizes | null;
}

/** The changes of one window of seizures on another. */
export interface SeizureChange {
  readonly cases: Change;
  readonly quantity: Change;
  /** The change in quantity once the largest case of both windows together is left out; null where sizes are not known. */
  readonly withoutLargest: Change | null;
  readonly effects: NumberAndSize | null;
}

export function seizureWindow({ cases, quantity, list }: SeizureGroup, window: Window, sums: boolean): SeizureWindow {
  return {
    cases: windowValue(cases, window),
    quantity: windowValue(quantity, window),
    sizes: sums ? null : caseSizes(list, window),
  };
}

export function seizureChange(base: SeizureWindow, current: SeizureWindow): SeizureChange {
  const quantity = changeBetween(base.quantity, current.quantity, 'amount');
  return {
    cases: changeBetween(base.cases, current.cases, 'count'),
    quantity,
    withoutLargest: changeWithoutLargest(base, current),
    effects: quantity.difference === null ? null : effects(base, current),
  };
}

/** What a change is where there is nothing to compare with. */
export const noSeizureChange = (status: Change['status'], sums: boolean): SeizureChange => ({
  cases: without(status),
  quantity: without(status),
  withoutLargest: sums ? null : without(status),
  effects: null,
});

/** One case is left out: the larger of the two largest, that of the current window where they are as large. */
function changeWithoutLargest(base: SeizureWindow, current: SeizureWindow): Change | null {
  if (!base.sizes || !current.sizes) return null;
  const [before, now] = [base.sizes.largest?.value ?? null, current.sizes.largest?.value ?? null];
  const fromCurrent = now !== null && (before === null || compare(now, before) >= 0);
  return fromCurrent
    ? changeBetween(base.quantity, less(current.quantity, now), 'amount')
    : changeBetween(less(base.quantity, before), current.quantity, 'amount');
}

const less = (quantity: WindowValue, largest: Exact | null): WindowValue => ({
  ...quantity,
  value: quantity.value !== null && largest !== null ? subtract(quantity.value, largest) : quantity.value,
});

function effects(base: SeizureWindow, current: SeizureWindow): NumberAndSize | null {
  const counted = ({ cases, quantity }: SeizureWindow) => ({ number: cases.value ?? 0, total: quantity.value ?? 0 });
  return numberAndSize(counted(base), counted(current));
}
