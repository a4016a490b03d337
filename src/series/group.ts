import type { Tally } from '../engine/engine.ts';
import type { Label, SeriesPlan } from './plan.ts';

/** What a tally is grouped by: its values of the dimensions, under the names that they have today. */
export interface GroupName extends Label {
  readonly key: readonly string[];
}

type Grouping = Pick<SeriesPlan, 'by' | 'labels'>;

export const groupOf = ({ key }: Tally, plan: Grouping): GroupName => groupNamed((part) => key[part] ?? '', plan);

/** The name of the group with these texts in its parts of the key. */
export function groupNamed(textOf: (part: number) => string, { by, labels }: Grouping): GroupName {
  return {
    key: by.map(({ key, renamed }) => newName(textOf(key), renamed)),
    name: labels.name === null ? null : labelText(textOf(labels.name)),
    unit: labels.unit === null ? null : labelText(textOf(labels.unit)),
  };
}

/** A name or a unit as the records write it. */
export const labelText = (text: string): string => text.trim();

/** The name that a value has today. */
export const newName = (value: string, renamed: Readonly<Record<string, string>>): string =>
  Object.hasOwn(renamed, value) ? (renamed[value] ?? value) : value;
