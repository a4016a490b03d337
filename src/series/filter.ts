import { newName } from './group.ts';

/** A condition on one part of the key, as data, so that two that say the same are the same. */
export interface Filter {
  readonly key: number;
  /** What its text may be, under the names that values have today. */
  readonly values: readonly string[];
  /** False keeps every other text. */
  readonly keep: boolean;
  readonly renamed?: Readonly<Record<string, string>>;
  /** What a text stands for, where that is not itself; a function that there is once. */
  readonly meant?: ((text: string) => string) | undefined;
}

/** What a text is held to: without blanks around it, as it is called today, and what that stands for. */
export const todayIn = ({ renamed = {}, meant }: Pick<Filter, 'renamed' | 'meant'>, text: string): string => {
  const today = newName(text.trim(), renamed);
  return meant ? meant(today) : today;
};

/** Whether a condition keeps a text. */
export function keptBy(filter: Filter): (text: string) => boolean {
  const values = new Set(filter.values);
  return (text) => values.has(todayIn(filter, text)) === filter.keep;
}

/** Whether all of some conditions keep what has a key. */
export function keptByAll(filters: readonly Filter[]): (key: readonly string[]) => boolean {
  const tests = filters.map((filter) => ({ at: filter.key, keeps: keptBy(filter) }));
  return (key) => tests.every(({ at, keeps }) => keeps(key[at] ?? ''));
}
