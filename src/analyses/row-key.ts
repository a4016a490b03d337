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

/** What a sentence about one of several series begins with: its part of the source, and its measure where there are several. */
export function seriesName(key: readonly string[], { measure }: Series, all: Iterable<Series>): string {
  const labels = unlikeLabels(all).includes('measure') ? [measure.name] : [];
  const parts = [...key.filter((part) => part !== ''), ...labels];
  return parts.length === 0 ? '' : `${parts.join(', ')}: `;
}
