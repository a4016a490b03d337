import { add, type Exact, subtract } from '../math/exact.ts';
import type { Ordinal } from '../period/index.ts';
import { type Flag, flagsAt, lastOrdinal, type Series, type SeriesSet, valueAt } from '../series/series.ts';
import { flowRank } from './trade-flow.ts';

/** One flow of one group: the measure of its series is named after the flow, its key begins with who reports. */
export interface TradeSet {
  /** The columns of the key after the reporter. */
  readonly dimensions: readonly string[];
  /** How many columns of the key, the reporter included, tell the total of a part. */
  readonly apart: number;
  readonly cadence: SeriesSet['cadence'];
  readonly covered: SeriesSet['covered'];
  readonly finest: SeriesSet['finest'];
  /** The parts, all flows of each together; empty where no parts are asked for. */
  readonly parts: readonly Series[];
  /** The sums of the parts, per reporter, unit and whatever else is kept apart. */
  readonly totals: readonly Series[];
  readonly totalOf: (part: Series) => Series | undefined;
}

/** Parts and totals of single flows, with how many columns of their keys, the reporter included, tell their total. */
export interface FlowSeries {
  readonly set: SeriesSet;
  readonly parts: readonly Series[];
  readonly totals: readonly Series[];
  readonly apart: number;
}

const TOTAL = 'total';

/** Exports and imports added up to trade, and subtracted to a balance, for each part and total. */
export function tradeSet({ set, parts, totals, apart }: FlowSeries): TradeSet {
  const whole = grouped(totals, apart);
  const ofPart = (part: Series) => whole.get(idOf(part, apart));
  const sums = [...whole.values()].flatMap((flows) => withSums(flows, flows));
  const known = new Map(sums.map((total) => [flowId(total, apart), total]));
  const shown = [...grouped(parts, Number.POSITIVE_INFINITY).values()].flatMap((flows) => {
    const of = flows[0] && ofPart(flows[0]);
    return of ? withSums(flows, of) : [];
  });
  const { cadence, covered, finest, dimensions } = set;
  const rest = dimensions.slice(apart).map((_, i) => (i === 0 ? TOTAL : ''));
  const named = new Map(sums.map((total) => [total, { ...total, key: [...total.key, ...rest] }]));
  return {
    dimensions: dimensions.slice(1),
    apart,
    cadence,
    covered,
    finest,
    parts: dimensions.length > apart ? shown : [],
    totals: [...named.values()],
    totalOf: (part) => {
      const total = known.get(flowId(part, apart));
      return total && named.get(total);
    },
  };
}

const idOf = ({ key, measure }: Series, columns: number): string =>
  JSON.stringify([key.slice(0, columns), measure.unit]);

const flowId = (series: Series, columns: number): string => `${series.measure.name} ${idOf(series, columns)}`;

function grouped(series: readonly Series[], columns: number): Map<string, Series[]> {
  const groups = new Map<string, Series[]>();
  for (const one of series) groups.set(idOf(one, columns), [...(groups.get(idOf(one, columns)) ?? []), one]);
  return groups;
}

/** The flows of a group over the periods of its total, with trade and balance where the total has both flows. */
function withSums(flows: readonly Series[], whole: readonly Series[]): Series[] {
  const named = (list: readonly Series[], flow: string) => list.find(({ measure }) => measure.name === flow);
  const first = Math.min(...whole.map((series) => series.first));
  const last = Math.max(...whole.map(lastOrdinal));
  const [exports, imports] = [named(whole, 'exports'), named(whole, 'imports')];
  const sums: Series[] = [];
  const [one] = flows;
  if (exports && imports && one && !named(whole, 'trade')) {
    const sides = [sideOf(named(flows, 'exports'), exports), sideOf(named(flows, 'imports'), imports)] as const;
    sums.push(joined(one, 'trade', sides, [first, last], add), joined(one, 'balance', sides, [first, last], subtract));
  }
  return [...flows.map((series) => spanning(series, first, last)), ...sums].sort(
    (a, b) => flowRank(a.measure.name) - flowRank(b.measure.name),
  );
}

type Side = (ordinal: Ordinal) => { readonly value: Exact | null; readonly flags: readonly Flag[] };

/** A flow of a part; where it has no record and its total has some, the part traded nothing that way. */
function sideOf(part: Series | undefined, total: Series): Side {
  return (ordinal) => {
    const value = part ? valueAt(part, ordinal) : null;
    const flags = part ? flagsAt(part, ordinal) : [];
    const isAbsent =
      value === null && !flags.includes('blank') && !flags.includes('rejects') && !flags.includes('no-rate');
    if (!isAbsent || part === total || valueAt(total, ordinal) === null) return { value, flags };
    return { value: 0, flags: [...flags.filter((flag) => flag !== 'missing'), 'zero-filled'] };
  };
}

function joined(
  { key, measure }: Series,
  flow: 'trade' | 'balance',
  [exports, imports]: readonly [Side, Side],
  [first, last]: readonly [Ordinal, Ordinal],
  join: (x: Exact, y: Exact) => Exact,
): Series {
  const points = Array.from({ length: last - first + 1 }, (_, i) => {
    const [out, back] = [exports(first + i), imports(first + i)];
    const isNothing = [out, back].every(({ flags }) => flags.includes('zero-filled'));
    const value = out.value === null || back.value === null || isNothing ? null : join(out.value, back.value);
    const flags = new Set([...out.flags, ...back.flags].filter((flag) => flag !== 'missing'));
    if (isNothing) flags.delete('zero-filled');
    return { value, flags: value === null ? (['missing', ...flags] as const) : [...flags] };
  });
  return {
    key,
    measure: { ...measure, name: flow, kind: flow === 'balance' ? 'balance' : measure.kind },
    first,
    values: points.map(({ value }) => value),
    records: points.map(() => 1),
    flags: points.map(({ flags }) => flags),
  };
}

/** A series with the periods that its total has and it has not. */
function spanning(series: Series, first: Ordinal, last: Ordinal): Series {
  const before = Math.max(0, series.first - first);
  const after = Math.max(0, last - lastOrdinal(series));
  const around = <T>(list: readonly T[], empty: T): T[] => [
    ...Array(before).fill(empty),
    ...list,
    ...Array(after).fill(empty),
  ];
  return {
    ...series,
    first: series.first - before,
    values: around(series.values, null),
    records: around(series.records, 0),
    flags: around<readonly Flag[]>(series.flags, ['missing']),
  };
}
