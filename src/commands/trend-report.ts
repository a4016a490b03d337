import { flagNotes, indexNotes } from '../analyses/flag-notes.ts';
import { summaryGlance } from '../analyses/summary-glance.ts';
import { topSeries } from '../analyses/top-series.ts';
import { totalNotes } from '../analyses/total-notes.ts';
import { type TrendOptions, trend } from '../analyses/trend.ts';
import { trendGlance } from '../analyses/trend-glance.ts';
import { trendSummary } from '../analyses/trend-summary.ts';
import { trendTitle } from '../analyses/trend-title.ts';
import type { Report } from '../report/report.ts';
import { lastOrdinal, type SeriesSet } from '../series/series.ts';
import { explainedRow } from './explain-row.ts';
import { trendTrace } from './explain-trend.ts';
import { nothingShown, periodRange } from './range-options.ts';
import type { ReadSeries, Tallied } from './read-series.ts';
import type { SeriesOptions } from './series-options.ts';

/** What a table of levels shows, beyond which series. */
export interface TrendReportOptions extends SeriesOptions {
  readonly from?: string;
  readonly to?: string;
  readonly runningMean?: boolean;
  readonly index?: string;
  readonly summary?: boolean;
  readonly top?: number;
}

/** The report of `trend`, which other commands about levels per period give too. */
export async function trendReport(
  tallied: Tallied,
  { set: all, notes, provenance }: ReadSeries,
  options: TrendReportOptions,
): Promise<Report> {
  const set = options.top === undefined ? all : topSeries(all, options.top);
  const range = periodRange(options, set.cadence);
  const shown: TrendOptions = { ...range, runningMean: options.runningMean ?? false };
  checkShown(set, shown);
  const { summary = false } = options;
  const table = summary ? trendSummary(set, shown) : trend(set, shown);
  return {
    title: trendTitle(set, shown),
    table,
    glance: (rows) => (summary ? summaryGlance(table, set, shown, rows) : trendGlance(set, shown, rows)),
    ...(await explainedRow(table, options, trendTrace({ tallied, set, shown, table, summary }))),
    notes: [
      ...notes,
      ...flagNotes(set, [{ first: shown.from, last: shown.to }]),
      ...indexNotes(set, shown.index),
      ...totalNotes(all, tallied.source.profile),
    ],
    provenance: { command: 'trend', ...provenance },
  };
}

/** Periods that no series has are a slip of the hand, not an empty table. */
function checkShown(set: SeriesSet, { from, to }: TrendOptions): void {
  if (set.series.some((series) => lastOrdinal(series) >= from && series.first <= to)) return;
  throw nothingShown(set.covered);
}
