import { type ChangeRow, changeRows, changeTable, type Sort } from '../analyses/change.ts';
import { changeGlance } from '../analyses/change-glance.ts';
import { breakNotes, changeNotes } from '../analyses/change-notes.ts';
import { changeQuotes, quotesGlance, quotesTable } from '../analyses/change-quotes.ts';
import { flagNotes } from '../analyses/flag-notes.ts';
import type { IntervalChoice } from '../analyses/interval.ts';
import { measuresTitle } from '../analyses/trend-title.ts';
import { breaksIn, type ChangeOptions } from '../analyses/window-change.ts';
import { type Cadence, windowText } from '../period/index.ts';
import type { Glance, Report } from '../report/report.ts';
import type { Series } from '../series/series.ts';
import { readingsView, robustnessLine, variantsView } from './change-views.ts';
import type { ComparedSeries, CompareOptions } from './compare-series.ts';
import { changeLedgers, changeTrace } from './explain-change.ts';
import { explainedRow, type RowTrace } from './explain-row.ts';
import { quoteNotes, quoteOptions, type SentenceOptions } from './sentence-options.ts';

/** What a comparison shows, beyond which series and windows it compares. */
export interface ChangeReportOptions extends CompareOptions, SentenceOptions {
  readonly sort?: Sort;
  readonly variants?: boolean;
  readonly interval?: IntervalChoice;
  readonly confidence?: number;
  readonly smallBase?: number;
}

const SMALL_BASE = 20;

/** The report of `change`, which other commands about windows give too. */
export async function changeReport(compared: ComparedSeries, options: ChangeReportOptions): Promise<Report> {
  const { parts, windows, notes, provenance } = compared;
  const { dimensions, cadence } = parts.set;
  const how = {
    ...windows,
    interval: options.interval ?? 'auto',
    confidence: options.confidence ?? 0.95,
    smallBase: options.smallBase ?? SMALL_BASE,
  };
  const rows = changeRows(parts, how, options.sort ?? 'contribution');
  const view = viewOf(options, compared);
  const said = options.sentence ? sentencesOf(rows, how, compared, options) : view;
  const table = said?.table ?? changeTable(rows, dimensions, cadence, how);
  return {
    title: `${measuresTitle(parts.set)}${how.perDay ? ' per day' : ''}, ${windowText(how.current, cadence)} v ${windowText(how.base, cadence)}`,
    table,
    glance: (most) => said?.glance() ?? withRobustness(changeGlance(rows, dimensions, cadence, how, most), compared),
    ...(await explainedRow(table, options, traceOf(view, compared, how, rows))),
    notes: [
      ...notes,
      ...(options.sentence ? quoteNotes(compared, options) : []),
      ...flagNotes(parts.set, [how.current, how.base]),
      ...(view ? breakNotes(cadence, how) : changeNotes(rows, cadence, how)),
    ],
    provenance: { command: 'change', ...provenance },
  };
}

/** How the figures of what is shown come about. */
function traceOf(
  view: ReturnType<typeof viewOf>,
  compared: ComparedSeries,
  how: ChangeOptions,
  rows: readonly ChangeRow[],
): RowTrace {
  return view ? { ledgers: changeLedgers(compared), derivation: view.derivation } : changeTrace(compared, how, rows);
}

/** `--sentence`: each comparison as it may be quoted. */
function sentencesOf(
  rows: readonly ChangeRow[],
  how: ChangeOptions,
  compared: ComparedSeries,
  options: ChangeReportOptions,
) {
  const { dimensions, cadence } = compared.parts.set;
  const quotes = changeQuotes(rows, dimensions, cadence, how, quoteOptions(compared, options));
  return { table: quotesTable(quotes, dimensions), glance: () => quotesGlance(quotes) };
}

/** What is shown instead of the comparison, if anything. */
function viewOf(
  { allReadings, variants }: ChangeReportOptions,
  { parts, windows, asked, daily, breaksAt }: ComparedSeries,
) {
  if (allReadings) {
    const { acrossBreaks } = windows;
    const breaks = (series: Series, at: Cadence) => breaksIn(series, { breaks: breaksAt(at), acrossBreaks });
    return readingsView(parts.set, asked.current, daily(), breaks);
  }
  return variants ? variantsView(parts, windows) : null;
}

/** Under the headline, how far it depends on choices. */
function withRobustness(glance: Glance, { parts, windows }: ComparedSeries): Glance {
  const [headline, ...others] = glance.sentences;
  return headline ? { ...glance, sentences: [headline, ...robustnessLine(parts, windows), ...others] } : glance;
}
