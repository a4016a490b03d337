import type { Tally } from '../engine/engine.ts';
import type { Label, SeriesPlan } from './plan.ts';

/** What a tally is grouped by: its values of the dimensions, under the names that they have today. */
export interface GroupName extends Label {
  readonly key: readonly string[];
}

export function groupOf({ key }: Tally, { by, labels }: Pick<SeriesPlan, 'by' | 'labels'>): GroupName {
  const label = (at: number | null) => (at === null ? null : labelText(key[at] ?? ''));
  return {
    key: by.map(({ key: at, renamed }) => newName(key[at] ?? '', renamed)),
    name: label(labels.name),
    unit: label(labels.unit),
  };
}

/** A name or a unit as the records write it. */
export const labelText = (text: string): string => text.trim();

/** The name that a value has today. */
export const newName = (value: string, renamed: Readonly<Record<string, string>>): string =>
  Object.hasOwn(renamed, value) ? (renamed[value] ?? value) : value;
