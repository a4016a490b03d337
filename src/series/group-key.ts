import type { Tally } from '../engine/engine.ts';
import type { SeriesPlan } from './plan.ts';

/** What the series of a tally is known by. */
export interface GroupKey {
  readonly key: readonly string[];
  /** Null where the export names none by the record. */
  readonly name: string | null;
  readonly unit: string | null;
}

/** The key of the series that a tally belongs to. */
export function groupKey({ key }: Tally, plan: SeriesPlan): GroupKey {
  const label = (at: number | null) => (at === null ? null : (key[at] ?? '').trim());
  return {
    key: plan.by.map(({ key: at, renamed }) => newName(key[at] ?? '', renamed)),
    name: label(plan.labels.name),
    unit: label(plan.labels.unit),
  };
}

/** The name that a value has today. */
export const newName = (value: string, renamed: Readonly<Record<string, string>>): string =>
  Object.hasOwn(renamed, value) ? (renamed[value] ?? value) : value;
