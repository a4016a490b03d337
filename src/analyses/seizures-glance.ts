import { add, compare, type Exact, toNumber } from '../math/exact.ts';
import type { Cell, Column, Glance } from '../report/report.ts';
import { type ColumnName, column, dimensionColumn } from '../report/vocabulary.ts';
import { isPart } from '../series/series.ts';
import { REASONS } from './reasons.ts';
import { seizureSentence } from './seizure-sentence.ts';
import type { SeizureRow } from './seizures.ts';
import { type SeizureWords, seizureCells } from './seizures-table.ts';

/** Most periods of one group that are shown at a glance. */
const MOST_PERIODS = 12;
/** How many periods a sparkline spans. */
const SPARKLINE_PERIODS = 24;
/** Most groups that are put into words. */
const MOST_SENTENCES = 6;

type Block = readonly SeizureRow[];

/** The groups with the most cases, their newest periods, and one sentence each. */
export function seizuresGlance(blocks: readonly Block[], words: SeizureWords, rows: number | null): Glance {
  const known = ordered(blocks.filter((block) => block.length > 0 && !isAlone(block, blocks)));
  const visible = rows === null ? known : known.slice(0, rows);
  const periods = rows === null ? Number.POSITIVE_INFINITY : periodsShown(rows, visible.length);
  const names = columnNames(visible, words);
  const shown = visible.map((block) => block.slice(Math.max(0, block.length - periods)));
  return {
    table: {
      columns: [...words.dimensions.map(dimensionColumn), ...names.map(always)],
      rows: shown.flatMap((rows, i) => rows.map((row, at) => glanceRow(row, at, visible[i] ?? [], names, words))),
      blocks: shown.map(({ length }) => length),
    },
    sentences: visible.slice(0, MOST_SENTENCES).map((block) => seizureSentence(newestWhole(block), words)),
    omitted: omitted(known.length - visible.length, visible, periods),
  };
}

/** A quantity is never shown without its unit, however narrow the terminal. */
const always = (name: ColumnName): Column => (name === 'unit' ? { ...column(name), rank: 0 } : column(name));

/** A total of what only one unit can be turned into says again what stands above it. */
const isAlone = ([first]: Block, blocks: readonly Block[]): boolean =>
  first?.isTotal === true &&
  blocks.filter((block) => isConverted(block) && keyOf(block) === keyOf([first])).length === 1;

const isConverted = ([row]: Block): boolean => row?.isTotal === false && row.converted?.how !== 'none';

/** Items with the most cases first; the blocks of one item stay together. */
function ordered(blocks: readonly Block[]): Block[] {
  const totals = new Map<string, Exact>();
  for (const block of blocks)
    if (!block[0]?.isTotal) totals.set(keyOf(block), add(totals.get(keyOf(block)) ?? 0, casesIn(block)));
  return [...blocks].sort((a, b) => compare(totals.get(keyOf(b)) ?? 0, totals.get(keyOf(a)) ?? 0));
}

const keyOf = ([row]: Block): string => JSON.stringify(row?.group.key);

const casesIn = (block: Block): Exact =>
  block.reduce<Exact>((sum, { current }) => add(sum, current.cases.value ?? 0), 0);

const periodsShown = (rows: number, groups: number): number =>
  Math.max(1, Math.min(MOST_PERIODS, Math.floor(rows / Math.max(1, groups))));

/** The newest row that is compared, or at least whole. */
function newestWhole(block: Block): SeizureRow {
  const last = block[block.length - 1] as SeizureRow;
  return block.findLast(({ current }) => current.quantity.value !== null && !isPart(current.quantity.flags)) ?? last;
}

function omitted(groups: number, visible: readonly Block[], periods: number): string | null {
  const older = visible.some(({ length }) => length > periods);
  const parts = [...(groups > 0 ? [`${groups} more of item and unit`] : []), ...(older ? ['earlier periods'] : [])];
  return parts.length === 0 ? null : `not shown: ${parts.join(' and ')}; -f csv gives all`;
}

function columnNames(blocks: readonly Block[], { windows, into }: SeizureWords): ColumnName[] {
  const rows = blocks.flat();
  const sums = rows.every(({ current }) => current.sizes === null);
  const items = new Set(rows.map(({ group }) => group.key.at(-1)));
  const how = new Set(rows.map(({ converted }) => converted?.how));
  return [
    ...(items.size > 1 || !items.has('') ? (['seized_item'] as const) : []),
    'unit',
    ...(windows ? [] : (['sparkline', 'period'] as const)),
    'case_count',
    ...(windows ? (['base_case_count'] as const) : []),
    'seized_quantity',
    ...(windows ? (['base_seized_quantity'] as const) : []),
    'quantity_relative_change',
    ...(sums
      ? []
      : (['median_case', 'largest_case', 'largest_case_share', 'without_largest_relative_change'] as const)),
    ...(into === null ? [] : (['converted_quantity'] as const)),
    ...(how.has('estimate') ? (['converted_low', 'converted_high'] as const) : []),
    ...(how.has('estimate') || how.has('none') ? (['conversion_kind'] as const) : []),
    'flags',
  ];
}

function glanceRow(
  row: SeizureRow,
  at: number,
  block: Block,
  names: readonly ColumnName[],
  words: SeizureWords,
): Cell[] {
  const { change, group } = row;
  const named = (text: string) => (at === 0 ? text : '');
  const cells: Partial<Record<ColumnName, Cell>> = {
    ...seizureCells(row, words),
    seized_item: named(group.key.at(-1) ?? ''),
    unit: named(row.isTotal ? `${group.unit}, all` : group.unit),
    sparkline: at === 0 ? course(block) : [],
    quantity_relative_change: change.quantity.ratio ?? REASONS[change.quantity.status],
    without_largest_relative_change:
      change.withoutLargest && (change.withoutLargest.ratio ?? REASONS[change.withoutLargest.status]),
  };
  return [...group.key.slice(0, -1).map(named), ...names.map((name) => cells[name] ?? null)];
}

const course = (block: Block): (number | null)[] =>
  block.slice(-SPARKLINE_PERIODS).map(({ current }) => {
    const { value } = current.quantity;
    return value === null ? null : toNumber(value);
  });
