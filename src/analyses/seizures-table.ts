import { type Cadence, periodText, type Window, windowText } from '../period/index.ts';
import type { Cell, Column, Table } from '../report/report.ts';
import { type ColumnName, column, dimensionColumn } from '../report/vocabulary.ts';
import type { Case } from '../series/cases.ts';
import { seizedDimension } from '../series/seized-units.ts';
import { largestShare, type SeizureRow } from './seizures.ts';

/** How rows are put into words and cells. */
export interface SeizureWords {
  /** The dimensions that the user asked for; the item is none of them. */
  readonly dimensions: readonly string[];
  readonly cadence: Cadence;
  /** True where windows of several periods are compared. */
  readonly windows: boolean;
  /** The unit that quantities are turned into; null where they are not. */
  readonly into: string | null;
  readonly placeOf: (one: Case) => string;
}

const FIGURES = [
  'case_count',
  'base_case_count',
  'case_change',
  'case_relative_change',
  'case_status',
  'seized_quantity',
  'base_seized_quantity',
  'quantity_change',
  'quantity_relative_change',
  'quantity_status',
  'median_case',
  'base_median_case',
  'largest_case',
  'base_largest_case',
  'largest_case_share',
  'largest_case_at',
  'size_status',
  'without_largest_change',
  'without_largest_relative_change',
  'without_largest_status',
  'number_effect',
  'size_effect',
] as const satisfies readonly ColumnName[];

const CONVERTED = [
  'converted_quantity',
  'converted_low',
  'converted_high',
  'converted_unit',
  'conversion_kind',
] as const;

/** The rows with every figure, for machines. */
export function seizuresTable(blocks: readonly (readonly SeizureRow[])[], words: SeizureWords): Table {
  const names: readonly ColumnName[] = [
    'seized_item',
    'unit',
    'unit_dimension',
    ...(words.windows ? (['window', 'base_window'] as const) : (['period', 'base_period'] as const)),
    ...FIGURES,
    ...(words.into === null ? [] : CONVERTED),
    'flags',
  ];
  const dimensions = words.dimensions.map(dimensionColumn);
  return {
    columns: [...dimensions, ...names.map(column)],
    key: rowColumns(dimensions, words),
    rows: blocks.flat().map((row) => {
      const cells = seizureCells(row, words);
      return [...row.group.key.slice(0, -1), ...names.map((name) => cells[name] ?? null)];
    }),
  };
}

/** What tells the rows apart: an item in kilograms may also have a total in kilograms. */
const rowColumns = (dimensions: readonly Column[], { windows, into }: SeizureWords): string[] => [
  ...(windows ? [] : ['period']),
  ...dimensions.map(({ name }) => name),
  'seized_item',
  'unit',
  ...(into === null ? [] : ['unit_dimension']),
];

/** Every figure of a row under its name. */
export function seizureCells(row: SeizureRow, words: SeizureWords): Partial<Record<ColumnName, Cell>> {
  const { group, current, before, converted } = row;
  const text = (window: Window) =>
    words.windows ? windowText(window, words.cadence) : periodText(window.first, words.cadence);
  return {
    seized_item: group.key.at(-1) ?? '',
    unit: group.unit,
    unit_dimension: row.isTotal ? 'total' : seizedDimension(group.unit),
    [words.windows ? 'window' : 'period']: text(row.window),
    [words.windows ? 'base_window' : 'base_period']: row.base && text(row.base),
    case_count: current.cases.value,
    base_case_count: before?.cases.value ?? null,
    seized_quantity: current.quantity.value,
    base_seized_quantity: before?.quantity.value ?? null,
    ...sizeCells(row, words),
    ...changeCells(row),
    converted_quantity: converted?.value ?? null,
    converted_low: converted?.low ?? null,
    converted_high: converted?.high ?? null,
    converted_unit: words.into,
    conversion_kind: converted?.how ?? null,
    flags: [
      ...current.quantity.flags,
      ...(words.windows ? (before?.quantity.flags ?? []) : []).map((flag) => `base:${flag}`),
    ],
  };
}

function sizeCells({ current, before }: SeizureRow, { placeOf }: SeizureWords): Partial<Record<ColumnName, Cell>> {
  const largest = current.sizes?.largest;
  return {
    median_case: current.sizes?.median ?? null,
    base_median_case: before?.sizes?.median ?? null,
    largest_case: largest?.value ?? null,
    base_largest_case: before?.sizes?.largest?.value ?? null,
    largest_case_share: largestShare(current),
    largest_case_at: largest ? placeOf(largest) : null,
    size_status: current.sizes === null ? 'sums' : largest ? 'ok' : 'missing',
  };
}

function changeCells({ change }: SeizureRow): Partial<Record<ColumnName, Cell>> {
  const { cases, quantity, withoutLargest, effects } = change;
  return {
    case_change: cases.difference,
    case_relative_change: cases.ratio,
    case_status: cases.status,
    quantity_change: quantity.difference,
    quantity_relative_change: quantity.ratio,
    quantity_status: quantity.status,
    without_largest_change: withoutLargest?.difference ?? null,
    without_largest_relative_change: withoutLargest?.ratio ?? null,
    without_largest_status: withoutLargest?.status ?? 'sums',
    number_effect: effects?.number ?? null,
    size_effect: effects?.size ?? null,
  };
}
