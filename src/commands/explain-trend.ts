import { lastShown, type TrendOptions } from '../analyses/trend.ts';
import { PARTS } from '../explain/input.ts';
import { summaryDerivation } from '../explain/summary-derivation.ts';
import { type TrendPlace, trendDerivation } from '../explain/trend-derivation.ts';
import type { Exact } from '../math/exact.ts';
import type { FigureId } from '../report/figure-id.ts';
import type { Cell, Table } from '../report/report.ts';
import type { ColumnName } from '../report/vocabulary.ts';
import type { SeriesSet } from '../series/series.ts';
import type { Traceable } from './explain-figure.ts';
import { figureRow } from './figure-row.ts';
import type { Tallied } from './read-series.ts';

/** What `trend` made, of which a figure is asked for. */
export interface TrendMade {
  readonly tallied: Tallied;
  readonly set: SeriesSet;
  readonly shown: TrendOptions;
  readonly table: Table;
  readonly summary: boolean;
}

/** The figure of `trend` that an id means, with its derivation. */
export function trendFigure(asked: FigureId, { tallied, set, shown, table, summary }: TrendMade): Traceable {
  const { id, at, row, cell } = figureRow(table, asked, hintFor);
  const column = asked.column as ColumnName;
  const series = shownSeries(set, shown)[at];
  const place = summary ? undefined : places(set, shown)[at];
  const method = row[table.columns.findIndex(({ name }) => name === 'direction_method')] ?? null;
  const derivation = place
    ? trendDerivation(column, place, set, shown)
    : series && summaryDerivation(column, series, set, shown, { value: figure(cell), method });
  if (!derivation) throw new RangeError(`explain: trend has no way to ${column}`);
  const { series: plan } = tallied.plan;
  return { id, column, cell, derivation, ledgers: { [PARTS]: { tallied, plan } } };
}

const figure = (cell: Cell): Exact | null => cell as Exact | null;

/** The periods that the rows of the table are about, in their order. */
function places(set: SeriesSet, shown: TrendOptions): TrendPlace[] {
  return set.series.flatMap((series) => {
    const first = Math.max(series.first, shown.from);
    const count = Math.max(0, lastShown(series, shown) - first + 1);
    return Array.from({ length: count }, (_, i) => ({ series, ordinal: first + i }));
  });
}

const shownSeries = (set: SeriesSet, shown: TrendOptions) =>
  set.series.filter((series) => lastShown(series, shown) >= Math.max(series.first, shown.from));

function hintFor(column: string): string | undefined {
  if (column === 'running_mean') return 'add --running-mean';
  if (column === 'index') return 'add --index and a period';
  return 'trend has value, previous, change, relative_change, year_before and others; --summary has totals and means';
}
