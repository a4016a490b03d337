import { lastShown, type TrendOptions } from '../analyses/trend.ts';
import { PARTS } from '../explain/input.ts';
import { summaryDerivation } from '../explain/summary-derivation.ts';
import { type TrendPlace, trendDerivation } from '../explain/trend-derivation.ts';
import type { Exact } from '../math/exact.ts';
import type { Table } from '../report/report.ts';
import type { SeriesSet } from '../series/series.ts';
import type { RowTrace } from './explain-row.ts';
import type { Tallied } from './read-series.ts';

/** What `trend` made, of which a figure is asked for. */
interface TrendMade {
  readonly tallied: Tallied;
  readonly set: SeriesSet;
  readonly shown: TrendOptions;
  readonly table: Table;
  readonly summary: boolean;
}

/** How the figures of `trend` come about. */
export function trendTrace({ tallied, set, shown, table, summary }: TrendMade): RowTrace {
  const methodAt = table.columns.findIndex(({ name }) => name === 'direction_method');
  return {
    ledgers: { [PARTS]: { tallied, plan: tallied.plan.series } },
    derivation(column, { at, row, cell }) {
      const series = shownSeries(set, shown)[at];
      const place = summary ? undefined : places(set, shown)[at];
      if (place) return trendDerivation(column, place, set, shown);
      const cells = { value: cell as Exact | null, method: row[methodAt] ?? null };
      return series ? summaryDerivation(column, series, set, shown, cells) : null;
    },
    hint: hintFor,
  };
}

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
