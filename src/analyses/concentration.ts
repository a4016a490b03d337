import { add, compare, divide, type Exact, multiply, sign } from '../math/exact.ts';
import { type Ordinal, periodText } from '../period/index.ts';
import type { Cell, Glance, Table } from '../report/report.ts';
import { type ColumnName, column, dimensionColumn } from '../report/vocabulary.ts';
import { flagsAt, lastOrdinal, type Series, valueAt } from '../series/series.ts';
import type { TradeShown } from './trade.ts';
import type { TradeSet } from './trade-set.ts';

/** How the parts of a total share it. */
export interface Concentration {
  /** Sum of the squared shares. */
  readonly index: Exact;
  readonly parts: number;
  readonly largest: Series;
  readonly share: Exact;
}

/** The Herfindahl-Hirschman index of a total's parts in one period; null without values, or with one below zero. */
export function concentration(parts: readonly Series[], ordinal: Ordinal): Concentration | null {
  let [sum, squares]: [Exact, Exact] = [0, 0];
  let largest: { series: Series; value: Exact } | null = null;
  let count = 0;
  for (const series of parts) {
    const value = valueAt(series, ordinal);
    if (value === null || sign(value) === 0) continue;
    if (sign(value) < 0) return null;
    sum = add(sum, value);
    squares = add(squares, multiply(value, value));
    count++;
    if (!largest || compare(value, largest.value) > 0) largest = { series, value };
  }
  if (!largest) return null;
  const { series, value } = largest;
  return { index: divide(squares, multiply(sum, sum)), parts: count, largest: series, share: divide(value, sum) };
}

/** The parts of each total that can be concentrated: a balance cannot. */
export function partsOf(set: TradeSet): Map<Series, Series[]> {
  const parts = new Map<Series, Series[]>();
  for (const part of set.parts) {
    const total = part.measure.kind === 'balance' ? undefined : set.totalOf(part);
    if (total) parts.set(total, [...(parts.get(total) ?? []), part]);
  }
  return parts;
}

const NAMES = [
  'unit',
  'period',
  'value',
  'part_count',
  'hhi',
  'equal_parts',
  'largest_part',
  'largest_share',
  'flags',
] as const satisfies readonly ColumnName[];

/** The concentration of each flow, per period. */
export function concentrationTable(set: TradeSet, shown: Pick<TradeShown, 'from' | 'to'>): Table {
  const labels = ['reporter', ...set.dimensions.slice(0, set.apart - 1), 'flow'].map(dimensionColumn);
  const units = new Set(set.totals.map(({ measure }) => measure.unit)).size > 1 ? ['unit'] : [];
  return {
    columns: [...labels, ...NAMES.map(column)],
    key: ['period', ...labels.map(({ name }) => name), ...units],
    rows: [...partsOf(set)].flatMap(([total, parts]) => concentrationRows(total, parts, set, shown)),
  };
}

/** One period of one flow with the parts that share it. */
export interface ConcentrationPlace {
  readonly total: Series;
  readonly parts: readonly Series[];
  readonly ordinal: Ordinal;
}

/** What each row of a table of concentrations is about, in their order. */
export const concentrationPlaces = (set: TradeSet, shown: Pick<TradeShown, 'from' | 'to'>): ConcentrationPlace[] =>
  [...partsOf(set)].flatMap(([total, parts]) => placesOf(total, parts, shown));

function placesOf(
  total: Series,
  parts: readonly Series[],
  { from, to }: Pick<TradeShown, 'from' | 'to'>,
): ConcentrationPlace[] {
  const [first, last] = [Math.max(total.first, from), Math.min(lastOrdinal(total), to)];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => ({ total, parts, ordinal: first + i }));
}

function concentrationRows(
  total: Series,
  parts: readonly Series[],
  set: TradeSet,
  shown: Pick<TradeShown, 'from' | 'to'>,
): Cell[][] {
  return placesOf(total, parts, shown).map(({ ordinal }) => {
    const found = concentration(parts, ordinal);
    return [
      ...total.key.slice(0, set.apart),
      total.measure.name,
      total.measure.unit,
      periodText(ordinal, set.cadence),
      valueAt(total, ordinal),
      found?.parts ?? 0,
      found?.index ?? null,
      found ? divide(1, found.index) : null,
      found ? found.largest.key.slice(set.apart).join(', ') : null,
      found?.share ?? null,
      flagsAt(total, ordinal),
    ];
  });
}

/** Most periods of one flow that are shown. */
const MOST_PERIODS = 12;

/** The newest periods of each flow. */
export function concentrationGlance(
  set: TradeSet,
  shown: Pick<TradeShown, 'from' | 'to'>,
  most: number | null,
): Glance {
  const flows = [...partsOf(set)].map(([total, parts]) => concentrationRows(total, parts, set, shown));
  const count =
    most === null
      ? Number.POSITIVE_INFINITY
      : Math.max(1, Math.min(MOST_PERIODS, Math.floor(most / Math.max(1, flows.length))));
  const blocks = flows.map((rows) => rows.slice(-count));
  const isCut = flows.some(({ length }) => length > count);
  return {
    table: {
      columns: concentrationTable(set, shown).columns,
      rows: blocks.flat(),
      blocks: blocks.map(({ length }) => length),
    },
    sentences: [],
    omitted: isCut ? 'not shown: earlier periods; -f csv gives all' : null,
  };
}
