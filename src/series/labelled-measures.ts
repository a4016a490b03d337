import { plainText } from '../math/exact.ts';
import { clear, emptyCell } from './cell.ts';
import type { DatedList } from './dated-list.ts';
import type { Group } from './groups.ts';
import type { SeriesPlan } from './plan.ts';
import type { Measure } from './series.ts';
import { tallyAdder } from './tally-adder.ts';

/** Gives measures the names and units of the records, and the meaning that these have. */
export function labelledMeasures(
  groups: readonly Group[],
  dated: DatedList,
  plan: SeriesPlan,
): (measure: Measure, group: Group) => Measure {
  const { measureOf } = plan.labels;
  if (!measureOf) return (measure, { name, unit }) => named(measure, name ?? measure.name, unit ?? measure.unit);
  const figures = new Map<string, Set<string>>();
  for (const group of groups) {
    const known = figures.get(idOf(group)) ?? new Set();
    figures.set(idOf(group), known);
    for (const text of figuresOf(group, dated, plan)) known.add(text);
  }
  const measures = new Map<string, Measure>();
  return (_, group) => {
    const measure = measures.get(idOf(group)) ?? measureOf(group, [...(figures.get(idOf(group)) ?? [])]);
    measures.set(idOf(group), measure);
    return measure;
  };
}

const named = (measure: Measure, name: string, unit: string): Measure =>
  name === measure.name && unit === measure.unit ? measure : { ...measure, name, unit };

const idOf = ({ name, unit }: Group): string => JSON.stringify([name, unit]);

/** The ends and sums of its periods, which show whether there are decimals and values below zero. */
function figuresOf({ places }: Group, dated: DatedList, plan: SeriesPlan): string[] {
  return plan.measures.flatMap(({ at }) => {
    const add = tallyAdder(dated, plan, at, true);
    const cell = emptyCell();
    return Array.from(places).flatMap((place, row) => {
      add(cell, place);
      const next = places[row + 1];
      if (next !== undefined && dated.ordinalAt(next) === dated.ordinalAt(place)) return [];
      const { sum, min, max } = cell;
      clear(cell);
      return [sum, min, max].flatMap((figure) => (figure === null ? [] : [plainText(figure)]));
    });
  });
}
