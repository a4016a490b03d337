import type { Ordinal } from '../period/index.ts';
import { flagsAt, isPart, lastOrdinal, type Series, valueAt } from '../series/series.ts';

/** All flows of one part or total. */
export interface TradeGroup {
  readonly key: readonly string[];
  readonly unit: string;
  readonly flows: ReadonlyMap<string, Series>;
}

/** Series put together by what they are flows of, in their order. */
export function tradeGroups(series: readonly Series[]): TradeGroup[] {
  const groups = new Map<string, { key: readonly string[]; unit: string; flows: Map<string, Series> }>();
  for (const one of series) {
    const { name, unit } = one.measure;
    const id = JSON.stringify([one.key, unit]);
    const group = groups.get(id) ?? { key: one.key, unit, flows: new Map() };
    groups.set(id, group);
    group.flows.set(name, one);
  }
  return [...groups.values()];
}

/** The flow that a group is judged by: trade where there are both, else the first it has. */
export const mainFlow = ({ flows }: TradeGroup): Series => flows.get('trade') ?? ([...flows.values()][0] as Series);

/** The last period up to `to` with a value that stands for the whole of it. */
export function newestWhole(series: Series, to: Ordinal): Ordinal | null {
  for (let ordinal = Math.min(to, lastOrdinal(series)); ordinal >= series.first; ordinal--) {
    if (valueAt(series, ordinal) !== null && !isPart(flagsAt(series, ordinal))) return ordinal;
  }
  return null;
}
