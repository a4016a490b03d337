import { plainText } from '../math/exact.ts';
import type { Group } from './groups.ts';
import type { SeriesPlan } from './plan.ts';
import type { Measure } from './series.ts';

/** Gives measures the names and units of the records, and the meaning that these have. */
export function labelledMeasures(
  groups: readonly Group[],
  { labels }: SeriesPlan,
): (measure: Measure, group: Group) => Measure {
  const { measureOf } = labels;
  if (!measureOf)
    return (measure, { name, unit }) => ({ ...measure, name: name ?? measure.name, unit: unit ?? measure.unit });
  const figures = new Map<string, Set<string>>();
  for (const group of groups) {
    const known = figures.get(idOf(group)) ?? new Set();
    figures.set(idOf(group), known);
    for (const text of figuresOf(group)) known.add(text);
  }
  const measures = new Map<string, Measure>();
  return (_, group) => {
    const measure = measures.get(idOf(group)) ?? measureOf(group, [...(figures.get(idOf(group)) ?? [])]);
    measures.set(idOf(group), measure);
    return measure;
  };
}

const idOf = ({ name, unit }: Group): string => JSON.stringify([name, unit]);

/** The ends and sums of its periods, which show whether there are decimals and values below zero. */
function figuresOf({ cells }: Group): string[] {
  const figures = cells.flatMap((periods) => [...periods.values()].flatMap(({ sum, min, max }) => [sum, min, max]));
  return figures.flatMap((figure) => (figure === null ? [] : [plainText(figure)]));
}
