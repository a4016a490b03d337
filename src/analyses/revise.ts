import { type Cadence, periodText } from '../period/index.ts';
import type { Cell, Table } from '../report/report.ts';
import { type ColumnName, column, dimensionColumn } from '../report/vocabulary.ts';
import type { SeriesSet } from '../series/series.ts';
import type { MovedFigure } from './moved-figures.ts';
import type { RevisionSize } from './revision-sizes.ts';
import type { Pair, Revision } from './revisions.ts';
import { rowKey } from './row-key.ts';

/** Every value that a new edition adds, removes, completes or revises. */
export function revisionsTable(set: SeriesSet, all: readonly Revision[]): Table {
  const rows = all
    .filter(({ status }) => status !== 'same')
    .map(({ pair, ordinal, old, now, difference, ratio, status, age }) => [
      ...labels(pair, ordinal, set.cadence),
      old,
      now,
      difference,
      ratio,
      status,
      age,
    ]);
  return table(
    set,
    ['old_value', 'new_value', 'revision', 'relative_revision', 'revision_status', 'period_age'],
    rows,
    KEY,
  );
}

/** The percentages that readers of the old edition would now quote otherwise. */
export function movedFiguresTable(set: SeriesSet, moved: readonly MovedFigure[]): Table {
  const rows = moved.map(({ pair, ordinal, comparison, old, now, moves }) => [
    ...labels(pair, ordinal, set.cadence),
    comparison,
    old.ratio,
    now.ratio,
    moves,
  ]);
  const key = [...KEY, 'compared_with'];
  return table(set, ['compared_with', 'old_relative_change', 'new_relative_change', 'moved_by'], rows, key);
}

/** How large revisions are, by the age of the period. */
export function revisionSizesTable(sizes: readonly RevisionSize[]): Table {
  const names = [
    'period_age',
    'shared_values',
    'revised_values',
    'mean_revision',
    'mean_absolute_revision',
    'relative_revision',
  ] as const;
  return {
    columns: names.map(column),
    key: ['period_age'],
    rows: sizes.map(({ age, values, revised, mean, meanAbsolute, relative }) => [
      age === null ? 'all' : String(age),
      values,
      revised,
      mean,
      meanAbsolute,
      relative,
    ]),
  };
}

const KEY = ['period'];
const LABELS = ['measure', 'unit', 'period'] as const satisfies readonly ColumnName[];

const labels = ({ series: { key, measure } }: Pair, ordinal: number, at: Cadence): Cell[] => [
  ...key,
  measure.name,
  measure.unit,
  periodText(ordinal, at),
];

const table = (
  set: SeriesSet,
  names: readonly ColumnName[],
  rows: readonly (readonly Cell[])[],
  key: readonly string[],
): Table => ({
  columns: [...set.dimensions.map(dimensionColumn), ...[...LABELS, ...names].map(column)],
  key: rowKey(key, set.dimensions, set.series),
  rows,
});
