import { type Exact, multiply } from '../math/exact.ts';
import { counted } from '../note.ts';
import type { Ordinal } from '../period/index.ts';
import { defaultStatistic } from '../series/plan.ts';
import { valueTotal } from '../series/value-total.ts';
import type { Profile } from '../source/profile.ts';
import type { OpenedSource } from '../source/source.ts';
import { figureReader } from './figures.ts';
import { type Finding, finding } from './finding.ts';
import type { WholeRecords } from './whole-records.ts';

/** A record as far as totals are concerned. */
interface Part {
  readonly key: readonly string[];
  readonly period: Ordinal;
  readonly figure: Exact;
}

/** Values of a dimension that equal the sum of all the others in each period, and that no profile declares. */
export function undeclaredTotals(
  results: readonly WholeRecords[],
  source: OpenedSource,
  ordinalOf: (key: readonly string[]) => Ordinal | null,
): Finding[] {
  const { header, profile } = source;
  const measure = profile.measures.find(({ name, column }) => column !== null && profile.shown.includes(name));
  if (!measure || defaultStatistic(measure.kind) !== 'sum') return [];
  const figureOf = figureReader(measure, source);
  const declared = Object.entries(profile.totals).map(([name, values]) => ({ at: header.indexOf(name), values }));
  const parts = results.flatMap(({ tallies }) =>
    tallies.flatMap((tally): Part[] => {
      const [figure, period] = [figureOf(tally), ordinalOf(tally.key)];
      if (figure === null || period === null) return [];
      if (declared.some(({ at, values }) => at >= 0 && values.includes((tally.key[at] ?? '').trim()))) return [];
      return [{ key: tally.key, period, figure: multiply(figure, tally.records) }];
    }),
  );
  const names = profile.dimensions ?? header.filter((name) => !isTaken(name, profile));
  return names.flatMap((name) => totalOf(parts, header.indexOf(name), name));
}

const isTaken = (name: string, { period, measures, flag, labels }: Profile): boolean =>
  name === '' ||
  [...period.columns, flag, labels.name, labels.unit, ...measures.map(({ column }) => column)].includes(name);

function totalOf(parts: readonly Part[], at: number, name: string): Finding[] {
  const found = valueTotal(parts.map(({ key, period, figure }) => ({ value: (key[at] ?? '').trim(), period, figure })));
  if (found === null) return [];
  const told = `${JSON.stringify(found.value)} equals the sum of all other values of ${name} in each of ${counted(found.periods, 'period')}: a total that is added to its parts, unless --where leaves it out or a profile declares it`;
  return [finding('total', told, { column: name })];
}
