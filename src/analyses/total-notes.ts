import { add, compare, type Exact, multiply, sum } from '../math/exact.ts';
import { counted, type Note, warning } from '../note.ts';
import { lastOrdinal, type Series, type SeriesSet, valueAt } from '../series/series.ts';
import { type ValuePart, valueTotal } from '../series/value-total.ts';

/** What is known of the values of dimensions. */
interface Known {
  /** Dimensions whose values are never added up. */
  readonly separate: readonly string[];
  /** Values that are known to be totals. */
  readonly totals: Readonly<Record<string, readonly string[]>>;
}

/** Warns of a value that equals the sum of all others in every period: a total that nobody declared counts double. */
export function totalNotes({ dimensions, series, perDay }: SeriesSet, { separate, totals }: Known): Note[] {
  if (perDay) return [];
  const apart = dimensions.flatMap((name, at) => (separate.includes(name) ? [at] : []));
  const groups = groupsOf(series.filter(isSummed), apart);
  const texts = dimensions.flatMap((name, at) => {
    if (apart.includes(at)) return [];
    const declared = Object.hasOwn(totals, name) ? (totals[name] ?? []) : [];
    return groups.flatMap((group) => {
      const found = mayHoldTotal(group, at, declared) ? valueTotal(partsOf(group, at, declared)) : null;
      return found === null
        ? []
        : [
            `${JSON.stringify(found.value)} equals the sum of all other values of ${name} in each of ${counted(found.periods, 'period')}: if it is their total, it counts double wherever ${name} is added up; leave it out with --where, or declare it under totals in a profile`,
          ];
    });
  });
  return [...new Set(texts)].map(warning);
}

const isSummed = ({ measure: { statistic, unit } }: Series): boolean => statistic === 'sum' && unit !== 'records';

/** Series of one measure that can be added up. */
function groupsOf(series: readonly Series[], apart: readonly number[]): Series[][] {
  const groups = new Map<string, Series[]>();
  for (const one of series) {
    const id = JSON.stringify([one.measure.name, one.measure.unit, ...apart.map((at) => one.key[at])]);
    const group = groups.get(id);
    if (group) group.push(one);
    else groups.set(id, [one]);
  }
  return [...groups.values()];
}

/** Whether some value is half of all there is in the last period, which spares most groups a look at all of them. */
function mayHoldTotal(group: readonly Series[], at: number, declared: readonly string[]): boolean {
  const last = group.reduce((latest, series) => Math.max(latest, lastOrdinal(series)), Number.NEGATIVE_INFINITY);
  const sums = new Map<string, Exact>();
  for (const series of group) {
    const [value, figure] = [series.key[at] ?? '', valueAt(series, last)];
    if (figure !== null && !declared.includes(value)) sums.set(value, add(sums.get(value) ?? 0, figure));
  }
  const total = sum([...sums.values()]);
  return sums.size === 0 || [...sums.values()].some((one) => compare(multiply(one, 2), total) === 0);
}

function* partsOf(group: readonly Series[], at: number, declared: readonly string[]): Generator<ValuePart> {
  for (const { key, first, values } of group) {
    const value = key[at] ?? '';
    if (declared.includes(value)) continue;
    for (const [i, figure] of values.entries()) if (figure !== null) yield { value, period: first + i, figure };
  }
}
