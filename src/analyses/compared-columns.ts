import type { Exact } from '../math/exact.ts';
import type { Cell } from '../report/report.ts';
import type { ColumnName } from '../report/vocabulary.ts';
import type { Change } from './change-between.ts';

/** Two windows and what the measure amounts to over them, as every table tells them. */
export const WINDOW_COLUMNS = ['base_window', 'window', 'base', 'current'] as const satisfies readonly ColumnName[];

/** Two windows with the change between them. */
export const COMPARED_COLUMNS = [
  ...WINDOW_COLUMNS,
  'change',
  'relative_change',
  'change_status',
] as const satisfies readonly ColumnName[];

/** The cells of `COMPARED_COLUMNS`. */
export const comparedCells = (
  windows: readonly [base: string, current: string],
  { base, current, change }: { base: Exact | null; current: Exact | null; change: Change },
): Cell[] => [...windows, base, current, change.difference, change.ratio, change.status];
