import { dimensionColumn } from '../report/vocabulary.ts';
import type { Series } from '../series/series.ts';

/** `measure` and `unit`, each where the series are of several: only then does it tell them apart. */
export function unlikeLabels(series: Iterable<Series>): ('measure' | 'unit')[] {
  const names = new Set<string>();
  const units = new Set<string>();
  for (const { measure } of series) {
    names.add(measure.name);
    units.add(measure.unit);
  }
  return [...(names.size > 1 ? (['measure'] as const) : []), ...(units.size > 1 ? (['unit'] as const) : [])];
}

/** The columns that tell the rows about some series apart: `own` ones, the dimensions, and the labels that differ. */
export function rowKey(own: readonly string[], dimensions: readonly string[], series: Iterable<Series>): string[] {
  return [...own, ...dimensions.map((name) => dimensionColumn(name).name), ...unlikeLabels(series)];
}
