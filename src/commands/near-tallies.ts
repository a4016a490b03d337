import type { SeriesPlan } from '../series/plan.ts';
import { withKeyPart } from '../series/with-key-part.ts';
import type { Tallied } from './read-series.ts';

/** The band that a tally lies in, by its place in the list; `ELSEWHERE` and `UNKNOWN` are not counted. */
export type Label = (index: number) => string;

/** The label of records without a place: they tell nothing of what happened near the line. */
export const UNKNOWN = '?';

/** What is counted near a line. */
export interface NearTallies {
  readonly label: Label;
  /** The labels, from the nearest to the farthest. */
  readonly bands: readonly string[];
  /** Behind the unit of what is counted: `within 50 km of THA-MMR`; null leaves the unit as it is. */
  readonly where: string | null;
  /** True where none happened here in a period in which records happened elsewhere. */
  readonly zeroBesideOthers: boolean;
}

/** Tallies of records near a line, with the plan that counts only these: by band where there are several. */
export function nearTallies(tallied: Tallied, { label, bands, where, zeroBesideOthers }: NearTallies): Tallied {
  const { series } = tallied.plan;
  const key = tallied.plan.question.keys.length;
  const band = { name: 'distance', key, renamed: {}, order: bands };
  const plan: SeriesPlan = {
    ...series,
    by: bands.length > 1 ? [band, ...series.by] : series.by,
    filters: [...series.filters, { key, values: bands, keep: true }],
    ...(zeroBesideOthers && { zeroBeside: { key, values: [UNKNOWN], keep: false } }),
    ...(where !== null && { qualifier: where }),
  };
  return {
    ...tallied,
    plan: { ...tallied.plan, series: plan },
    result: withKeyPart(tallied.result, (_, i) => label(i)),
  };
}
