import { divide, type Exact, sign } from '../math/exact.ts';
import { type Ordinal, type Window, yearBefore } from '../period/index.ts';
import type { SeizureGroup } from '../series/cases.ts';
import { lastOrdinal, type Series, type SeriesSet } from '../series/series.ts';
import { type Conversions, type Converted, convertedQuantity, convertedTotal } from './converted-quantity.ts';
import {
  noSeizureChange,
  type SeizureChange,
  type SeizureWindow,
  seizureChange,
  seizureWindow,
} from './seizure-change.ts';
import { unequal } from './trend.ts';
import { breaksIn, type ChangeOptions, crossedBreak } from './window-change.ts';

/** Which windows of the groups are shown, and what each is compared with. */
export type Shown =
  | {
      readonly kind: 'periods';
      readonly from: Ordinal;
      readonly to: Ordinal;
      readonly against: 'previous' | 'year';
    }
  | ({ readonly kind: 'windows' } & Pick<ChangeOptions, 'current' | 'base' | 'breaks' | 'acrossBreaks'>);

export interface SeizuresAsked {
  /** By item in one unit each; then, where quantities are converted, the totals of all units. */
  readonly groups: readonly SeizureGroup[];
  readonly conversions: Conversions | null;
  readonly shown: Shown;
  /** True where records are sums of cases. */
  readonly sums: boolean;
}

/** One group in one window, with the changes on another. */
export interface SeizureRow {
  readonly group: SeizureGroup;
  /** True where quantities of several units have been turned into one. */
  readonly isTotal: boolean;
  readonly window: Window;
  readonly base: Window | null;
  readonly current: SeizureWindow;
  readonly before: SeizureWindow | null;
  readonly change: SeizureChange;
  readonly converted: Converted | null;
}

/** Of each group the rows that are shown; the totals of an item stand behind its groups. */
export function seizureRows(asked: SeizuresAsked, cadence: SeriesSet['cadence']): SeizureRow[][] {
  const { groups, conversions } = asked;
  const totals = new Map((conversions?.totals ?? []).map((total) => [JSON.stringify(total.key), total]));
  const blocks: SeizureRow[][] = [];
  let parts: SeizureGroup[] = [];
  for (const [i, group] of groups.entries()) {
    blocks.push(groupRows(group, null, asked, cadence));
    parts.push(group);
    const id = JSON.stringify(group.key);
    if (JSON.stringify(groups[i + 1]?.key) === id) continue;
    const total = totals.get(id);
    if (total) blocks.push(groupRows(total, parts, asked, cadence));
    parts = [];
  }
  return blocks;
}

function groupRows(
  group: SeizureGroup,
  parts: readonly SeizureGroup[] | null,
  { conversions, shown, sums }: SeizuresAsked,
  cadence: SeriesSet['cadence'],
): SeizureRow[] {
  const windowOf = remembered((window) => seizureWindow(group, window, sums));
  return comparisons(group.quantity, shown, cadence).map(({ window, base, status }) => {
    const current = windowOf(window);
    const before = base && windowOf(base);
    const change =
      before && status === null ? seizureChange(before, current) : noSeizureChange(status ?? 'no-counterpart', sums);
    const converted =
      conversions &&
      (parts
        ? convertedTotal(parts, window, conversions, current.quantity.value)
        : convertedQuantity(group, current.quantity.value, conversions));
    return { group, isTotal: parts !== null, window, base, current, before, change, converted };
  });
}

/** A function of windows that computes each once. */
function remembered(of: (window: Window) => SeizureWindow): (window: Window) => SeizureWindow {
  const known = new Map<string, SeizureWindow>();
  return (window) => {
    const id = `${window.first} ${window.last}`;
    const found = known.get(id) ?? of(window);
    known.set(id, found);
    return found;
  };
}

interface Comparison {
  readonly window: Window;
  readonly base: Window | null;
  /** Why the two are not compared; null where they are. */
  readonly status: 'no-earlier-period' | 'no-counterpart' | 'unequal-periods' | 'break' | null;
}

function comparisons(series: Series, shown: Shown, cadence: SeriesSet['cadence']): Comparison[] {
  if (shown.kind === 'windows') {
    const { current, base } = shown;
    return [{ window: current, base, status: crossedBreak(shown, breaksIn(series, shown)) ? 'break' : null }];
  }
  const first = Math.max(series.first, shown.from);
  const length = Math.max(0, Math.min(lastOrdinal(series), shown.to) - first + 1);
  return Array.from({ length }, (_, i): Comparison => {
    const at = first + i;
    const base = shown.against === 'year' ? yearBefore(at, cadence) : at - 1;
    const window = { first: at, last: at };
    if (base === null) return { window, base, status: 'no-counterpart' };
    const before = { first: base, last: base };
    if (base < series.first) return { window, base: before, status: 'no-earlier-period' };
    return { window, base: before, status: unequal(base, at, cadence) ? 'unequal-periods' : null };
  });
}

/** The part of the largest case in the quantity. */
export function largestShare({ quantity: { value }, sizes }: SeizureWindow): Exact | null {
  const largest = sizes?.largest?.value ?? null;
  return largest === null || value === null || sign(value) <= 0 ? null : divide(largest, value);
}
