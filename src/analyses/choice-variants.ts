import type { Cadence } from '../period/index.ts';
import type { Figure, Sentence } from '../report/report.ts';
import { flagsAt, isPart, lastOrdinal, type Series, valueAt } from '../series/series.ts';
import type { Variant } from './variants.ts';
import { type ChangeOptions, windowChange } from './window-change.ts';

/** The headline's series as it would be under another choice of records; null where none is left. */
export interface Choice {
  readonly name: string;
  readonly series: Series | null;
}

/** The headline under each choice of records. */
export function choiceVariants(choices: readonly Choice[], options: ChangeOptions, cadence: Cadence): Variant[] {
  return choices.flatMap(({ name, series }) => {
    if (series === null) return [];
    const { current, base, change } = windowChange(series, options, cadence, { ...options, interval: 'none' });
    const windows = { current: options.current, base: options.base };
    const { perDay } = options;
    return [{ name, windows, base: base.value, current: current.value, change, less: null, perDay }];
  });
}

/** The newest whole period of a series and the one before it, as windows. */
export function newestWindows(series: Series): Pick<ChangeOptions, 'current' | 'base'> | null {
  for (let at = lastOrdinal(series); at > series.first; at--) {
    if (valueAt(series, at) === null || isPart(flagsAt(series, at))) continue;
    return { current: { first: at, last: at }, base: { first: at - 1, last: at - 1 } };
  }
  return null;
}

/** `for comparison: within 40 km +25.0 % (40 to 50), within 60 km +20.0 % (60 to 72)`. */
export function choicesSentence(variants: readonly Variant[]): Sentence | null {
  const known = variants.filter(({ base, current }) => base !== null && current !== null);
  if (known.length === 0) return null;
  const words = known.flatMap(({ name, base, current, change }, i): Sentence => {
    const quantity = (value: Variant['base']): Figure => ({ value: value ?? 0, kind: 'quantity' });
    const ratio: Sentence = change.ratio === null ? [] : [{ value: change.ratio, kind: 'signed-ratio' }, ' '];
    return [i === 0 ? '' : ', ', `${name} `, ...ratio, '(', quantity(base), ' to ', quantity(current), ')'];
  });
  return ['for comparison: ', ...words];
}
