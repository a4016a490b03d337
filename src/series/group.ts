import type { Tally } from '../engine/engine.ts';
import type { SeriesPlan } from './plan.ts';
import type { Measure } from './series.ts';

/** What a tally is grouped by: its values of the dimensions, under the names that they have today. */
export interface GroupName {
  readonly key: readonly string[];
  /** Null where the export names none by the record. */
  readonly name: string | null;
  readonly unit: string | null;
}

export function groupOf({ key }: Tally, { by, labels }: Pick<SeriesPlan, 'by' | 'labels'>): GroupName {
  const label = (at: number | null) => (at === null ? null : (key[at] ?? '').trim());
  return {
    key: by.map(({ key: at, renamed }) => newName(key[at] ?? '', renamed)),
    name: label(labels.name),
    unit: label(labels.unit),
  };
}

/** A measure under the name and unit that the records give it. */
export const labelled = (measure: Measure, { name, unit }: GroupName): Measure => ({
  ...measure,
  name: name ?? measure.name,
  unit: unit ?? measure.unit,
});

/** The name that a value has today. */
export const newName = (value: string, renamed: Readonly<Record<string, string>>): string =>
  Object.hasOwn(renamed, value) ? (renamed[value] ?? value) : value;
