import { plainText } from '../../src/math/exact.ts';
import { OCTOBER_FISCAL_YEAR, periodText } from '../../src/period/index.ts';
import type { SeriesPlan } from '../../src/series/plan.ts';
import type { SeriesSet } from '../../src/series/series.ts';

/** A plan for records whose period is the first part of the key, in which only days may be absent. */
export const RECORDS: SeriesPlan = {
  period: { keys: [0], form: { roles: ['text'] }, place: 'incidents.csv: column date' },
  by: [],
  filters: [],
  labels: { name: null, unit: null },
  flag: null,
  openEnd: false,
  measures: [{ measure: { name: 'records', unit: 'records', kind: 'count', statistic: 'sum' }, at: null }],
  every: null,
  fiscal: OCTOBER_FISCAL_YEAR,
  gaps: 'missing',
  expectsDays: false,
  absentIsZero: false,
  asOf: null,
};

/** Each period of each series as `key period value flags`. */
export function seriesLines({ series, cadence }: SeriesSet): string[] {
  const figure = (value: SeriesSet['series'][number]['values'][number]) => (value === null ? '?' : plainText(value));
  return series.flatMap(({ key, first, values, flags }) =>
    values.map((value, i) => [...key, periodText(first + i, cadence), figure(value), ...(flags[i] ?? [])].join(' ')),
  );
}
