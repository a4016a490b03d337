import { approximate, significant } from '../math/exact.ts';
import { type Cadence, type Ordinal, periodText } from '../period/index.ts';
import type { Cell, Table } from '../report/report.ts';
import { type ColumnName, column, dimensionColumn } from '../report/vocabulary.ts';
import { fisherVolume, type PriceIndices, type PricePair } from './price-pair.ts';
import { type PricedGroup, type PriceOptions, type PricePoint, pricePoints } from './price-points.ts';

/** The indices of a comparison, in the order of every table of them. */
const INDEX_COLUMNS = [
  'value_index',
  'laspeyres',
  'paasche',
  'fisher',
  'tornqvist',
  'fisher_volume',
] as const satisfies readonly ColumnName[];

/** The name of a price, value or volume index. */
export type IndexName = (typeof INDEX_COLUMNS)[number];

export const isIndexName = (column: string): column is IndexName => INDEX_COLUMNS.some((name) => name === column);

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
  ...INDEX_COLUMNS,
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

function indexCells(indices: PriceIndices | null): Partial<Record<IndexName, Cell>> {
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
