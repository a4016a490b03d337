import { approximate, subtract } from '../math/exact.ts';
import type { Cadence } from '../period/index.ts';
import type { Cell, Glance } from '../report/report.ts';
import { type ColumnName, column, dimensionColumn } from '../report/vocabulary.ts';
import type { ChangeRow } from './change.ts';
import { changeKey, rowFlags } from './change.ts';
import { changeSentence } from './change-sentence.ts';
import { REASONS } from './reasons.ts';
import { unlikeLabels } from './row-key.ts';
import type { ChangeOptions } from './window-change.ts';

const MOST_SENTENCES = 10;

/** Base, current and change of each series, the total last, and the headline in words. */
export function changeGlance(
  rows: readonly ChangeRow[],
  dimensions: readonly string[],
  cadence: Cadence,
  options: ChangeOptions,
  most: number | null,
): Glance {
  const parts = rows.filter(({ isTotal }) => !isTotal);
  const totals = rows.filter(({ isTotal }) => isTotal);
  const shown = [...(most === null ? parts : parts.slice(0, most)), ...totals];
  const names = columnNames(rows, options);
  const isMixed = unlikeLabels(rows.map(({ series }) => series)).length > 0;
  const omitted = parts.length + totals.length - shown.length;
  return {
    table: {
      columns: [...dimensions.map(dimensionColumn), ...names.map(column)],
      rows: shown.map((row) => [...row.key, ...names.map((name) => cells(row)[name] ?? null)]),
      key: changeKey(rows, dimensions),
      ...(isMixed && { blocks: shown.map(() => 1) }),
    },
    sentences: [...totals, ...shown.filter(({ isTotal }) => !isTotal)]
      .slice(0, MOST_SENTENCES)
      .map((row) => changeSentence(row, rows, cadence, options)),
    omitted: omitted > 0 ? `not shown: ${omitted} more series; -f csv gives all` : null,
  };
}

function columnNames(rows: readonly ChangeRow[], { yearBefore }: ChangeOptions): ColumnName[] {
  const has = (test: (row: ChangeRow) => boolean) => rows.some(test);
  return [
    ...unlikeLabels(rows.map(({ series }) => series)),
    'base',
    'current',
    'change',
    'relative_change',
    ...(has(({ interval }) => interval?.low != null) ? (['change_low', 'change_high', 'p_value'] as const) : []),
    ...(has(({ contribution, isTotal }) => contribution !== null && !isTotal) ? (['contribution'] as const) : []),
    ...(yearBefore ? (['year_relative_change'] as const) : []),
    'flags',
  ];
}

function cells(row: ChangeRow): Partial<Record<ColumnName, Cell>> {
  const { series, change, interval, year } = row;
  const limit = (ratio: number | null | undefined) => (ratio == null ? null : subtract(approximate(ratio), 1));
  return {
    measure: series.measure.name,
    unit: row.unit,
    base: row.base.value,
    current: row.current.value,
    change: change.difference,
    relative_change: change.ratio ?? REASONS[change.status],
    change_low: limit(interval?.low),
    change_high: limit(interval?.high),
    p_value: interval?.pValue == null ? null : approximate(interval.pValue),
    contribution: row.contribution,
    year_relative_change: year ? (year.change.ratio ?? REASONS[year.change.status]) : null,
    flags: rowFlags(row),
  };
}
