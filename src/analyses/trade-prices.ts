import { chained } from '../math/chained.ts';
import { approximate, divide, type Exact, sign, significant, sum } from '../math/exact.ts';
import { fisher } from '../methods/fisher.ts';
import { type Cadence, type Ordinal, periodText } from '../period/index.ts';
import type { Cell, Table } from '../report/report.ts';
import { type ColumnName, column, dimensionColumn } from '../report/vocabulary.ts';
import { lastOrdinal, valueAt } from '../series/series.ts';
import { fisherVolume, type Goods, type PriceIndices, type PricePair, pricePair } from './price-pair.ts';

/** The goods of one flow of one reporter and part. */
export interface PricedGroup {
  readonly key: readonly string[];
  readonly flow: string;
  readonly unit: string;
  readonly goods: readonly Goods[];
}

export interface PriceOptions {
  readonly from: Ordinal;
  readonly to: Ordinal;
  /** The period that fixed-base and chained indices are on; the first one shown where null. */
  readonly base: Ordinal | null;
  readonly withoutOutliers: boolean;
  /** True where no column tells goods or partners apart. */
  readonly isLumped: boolean;
}

/** One period of one group: on the period before, along the chain of such steps, and on a fixed base. */
export interface PricePoint {
  readonly ordinal: Ordinal;
  readonly base: Ordinal;
  readonly previous: PricePair;
  readonly chained: PriceIndices | null;
  readonly fixed: PricePair;
  /** Value divided by quantity over all goods, where they have one unit: it moves with the mix, and is no price. */
  readonly unitValue: { readonly value: Exact; readonly unit: string } | null;
}

/** The price indices of a group, for every period that it has. */
export function pricePoints({ goods }: PricedGroup, options: PriceOptions): PricePoint[] {
  const first = Math.min(...goods.map(({ value }) => value.first));
  const last = Math.max(...goods.map(({ value }) => lastOrdinal(value)));
  const ordinals = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const base = options.base ?? Math.min(Math.max(first, options.from), last);
  const pairs = ordinals.map((ordinal) => pricePair(goods, ordinal - 1, ordinal, options));
  const start = Math.max(0, base - first);
  const chains = options.isLumped ? [] : chainsOf(pairs.slice(start));
  return ordinals.map((ordinal, i) => ({
    ordinal,
    base,
    previous: pairs[i] as PricePair,
    chained: chains[i - start] ?? null,
    fixed: pricePair(goods, base, ordinal, options),
    unitValue: unitValue(goods, ordinal),
  }));
}

/** The products of the steps from the base on; one without indices, or of less than half of the value, ends the chain. */
function chainsOf(pairs: readonly PricePair[]): (PriceIndices | null)[] {
  const links = pairs.map(({ indices, status }) => (status === 'low-coverage' ? null : indices));
  const of = (index: (indices: PriceIndices) => Exact) =>
    chained(links.map((indices) => (indices ? index(indices) : null)));
  const [values, low, high] = [of(({ value }) => value), of((one) => one.laspeyres), of((one) => one.paasche)];
  let product: number | null = 1;
  return links.map((indices, i) => {
    if (i > 0) product = product === null || !indices ? null : product * indices.tornqvist;
    const [value, laspeyres, paasche] = [values[i] ?? null, low[i] ?? null, high[i] ?? null];
    if (value === null || laspeyres === null || paasche === null || product === null) return null;
    return { value, laspeyres, paasche, fisher: fisher(laspeyres, paasche), tornqvist: product };
  });
}

function unitValue(goods: readonly Goods[], ordinal: Ordinal): PricePoint['unitValue'] {
  const weighed = goods.flatMap(({ value, quantity, unit }) => {
    const [worth, amount] = [valueAt(value, ordinal), quantity ? valueAt(quantity, ordinal) : null];
    return worth === null || amount === null || amount === 0 || unit === ''
      ? []
      : [{ worth, amount, unit, money: value.measure.unit }];
  });
  const [one] = weighed;
  if (!one || weighed.some(({ unit }) => unit !== one.unit)) return null;
  const amount = sum(weighed.map((one) => one.amount));
  if (sign(amount) <= 0) return null;
  const total = divide(sum(weighed.map(({ worth }) => worth)), amount);
  return { value: significant(total, 15), unit: `${one.money} per ${one.unit}` };
}

const NAMES = [
  'comparison',
  'index_base',
  'period',
  'price_status',
  'matched_items',
  'unmatched_items',
  'outliers',
  'base_coverage',
  'coverage',
  'value_index',
  'laspeyres',
  'paasche',
  'fisher',
  'tornqvist',
  'fisher_volume',
  'unit_value',
  'unit_value_unit',
] as const satisfies readonly ColumnName[];

/** Every index of every group, per period, on each of the three bases. */
export function pricesTable(
  groups: readonly PricedGroup[],
  dimensions: readonly string[],
  at: Cadence,
  options: PriceOptions,
): Table {
  const labels = ['reporter', ...dimensions, 'flow'].map(dimensionColumn);
  return {
    columns: [...labels, ...NAMES.map(column)],
    key: ['period', ...labels.map(({ name }) => name), 'comparison'],
    rows: pricePlaces(groups, options).map(({ group, point, comparison }) => {
      const cells = bases(point, at)[comparison];
      return [...group.key, group.flow, ...NAMES.map((name) => cells[name] ?? null)];
    }),
  };
}

const COMPARISONS = ['previous', 'chained', 'fixed'] as const;

/** What a row of a table of price indices is about. */
export interface PricePlace {
  readonly group: PricedGroup;
  readonly point: PricePoint;
  readonly comparison: (typeof COMPARISONS)[number];
  /** The steps of the chain from its base up to this period. */
  readonly links: readonly PricePoint[];
}

/** What each row of a table of price indices is about, in their order. */
export function pricePlaces(groups: readonly PricedGroup[], options: PriceOptions): PricePlace[] {
  return groups.flatMap((group) => {
    const points = pricePoints(group, options);
    const shown = points.filter(({ ordinal }) => ordinal >= options.from && ordinal <= options.to);
    return shown.flatMap((point) => {
      const links = points.filter(({ ordinal }) => ordinal > point.base && ordinal <= point.ordinal);
      return COMPARISONS.map((comparison) => ({ group, point, comparison, links }));
    });
  });
}

type Cells = Partial<Record<ColumnName, Cell>>;

function bases(point: PricePoint, at: Cadence): Record<PricePlace['comparison'], Cells> {
  const text = (ordinal: Ordinal) => periodText(ordinal, at);
  const common = {
    period: text(point.ordinal),
    unit_value: point.unitValue?.value ?? null,
    unit_value_unit: point.unitValue?.unit ?? null,
  };
  return {
    previous: {
      ...common,
      comparison: 'previous',
      index_base: text(point.ordinal - 1),
      ...pairCells(point.previous),
      ...indexCells(point.previous.indices),
    },
    chained: {
      ...common,
      comparison: 'chained',
      index_base: text(point.base),
      price_status: point.chained ? 'ok' : 'no-chain',
      ...indexCells(point.chained),
    },
    fixed: {
      ...common,
      comparison: 'fixed',
      index_base: text(point.base),
      ...pairCells(point.fixed),
      ...indexCells(point.fixed.indices),
    },
  };
}

function pairCells({ status, matched, unmatched, outliers, coverage }: PricePair): Cells {
  const [base_coverage, current] = coverage;
  return {
    price_status: status,
    matched_items: matched,
    unmatched_items: unmatched,
    outliers: outliers.length,
    base_coverage,
    coverage: current,
  };
}

function indexCells(indices: PriceIndices | null): Cells {
  if (!indices) return {};
  const { value, laspeyres, paasche, fisher, tornqvist } = indices;
  return {
    value_index: significant(value, 15),
    laspeyres: significant(laspeyres, 15),
    paasche: significant(paasche, 15),
    fisher: approximate(fisher),
    tornqvist: approximate(tornqvist),
    fisher_volume: approximate(fisherVolume(indices)),
  };
}
