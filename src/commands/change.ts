import { changeRows, changeTable, SORTS, type Sort } from '../analyses/change.ts';
import { changeGlance } from '../analyses/change-glance.ts';
import { breakNotes, changeNotes } from '../analyses/change-notes.ts';
import { flagNotes } from '../analyses/flag-notes.ts';
import { INTERVALS, type IntervalChoice } from '../analyses/interval.ts';
import { measuresTitle } from '../analyses/trend-title.ts';
import { breaksIn } from '../analyses/window-change.ts';
import type { Command } from '../cli/command.ts';
import { type Cadence, windowText } from '../period/index.ts';
import type { FigureId } from '../report/figure-id.ts';
import type { Glance } from '../report/report.ts';
import { PARTIAL_POLICIES } from '../series/partial.ts';
import type { Series } from '../series/series.ts';
import { readingsView, robustnessLine, variantsView } from './change-views.ts';
import { type ComparedSeries, type CompareOptions, compareSeries } from './compare-series.ts';
import type { ChangeMade } from './explain-change.ts';
import { checkExplain, checkExplainable, EXPLAIN_OPTIONS } from './explain-options.ts';
import { fractionOfOne, positiveInteger } from './range-options.ts';
import { SERIES_OPTIONS } from './series-options.ts';

interface Options extends CompareOptions {
  readonly sort?: Sort;
  readonly variants?: boolean;
  readonly interval?: IntervalChoice;
  readonly confidence?: number;
  readonly smallBase?: number;
}

const SMALL_BASE = 20;

const command: Command<Options> = {
  name: 'change',
  summary: 'one window against another, with its uncertainty and what contributed',
  operands: '[files...]',
  examples: [
    ['border-stats change crossings.csv --window 6m', 'the last six months against the six before'],
    ['border-stats change crossings.csv --window 6m --by checkpoint', 'and what each checkpoint contributed'],
    ['border-stats change trade.csv --window 2024 --against 2023', 'one year against another'],
    [
      'border-stats change arrivals.csv --window ytd --against year --partial to-date',
      'this year so far, against the same days of the last',
    ],
  ],
  options: [
    { flags: '--window <window>', description: '6m, 1q, 2h, 1y, 90d, 1fy, ytd, fytd, or 2024-03..2024-08' },
    { flags: '--against <window>', description: 'previous, year, or a window' },
    { flags: '--ending <period>', description: 'the last period of the window; the last complete one if not given' },
    ...SERIES_OPTIONS.filter(({ flags }) => !flags.startsWith('--every')),
    {
      flags: '--partial <policy>',
      description: 'what to do with a period not covered to its end',
      choices: PARTIAL_POLICIES,
    },
    {
      flags: '--lag <n>',
      description: 'late records may still change the last n periods',
      parse: positiveInteger('--lag'),
    },
    { flags: '--break <period=why>', description: 'figures before and after are not comparable', repeats: true },
    { flags: '--across-breaks', description: 'compare all the same' },
    { flags: '--interval <method>', description: 'of counts', choices: INTERVALS },
    {
      flags: '--confidence <level>',
      description: 'of the interval; 0.95 if not given',
      parse: fractionOfOne('--confidence'),
    },
    {
      flags: '--small-base <n>',
      description: 'mark percentages on fewer; 20 if not given',
      parse: positiveInteger('--small-base'),
    },
    { flags: '--all-readings', description: 'every defensible meaning of the window, and whether they agree' },
    { flags: '--variants', description: 'the headline under every other choice that one might have made' },
    { flags: '--sort <column>', description: 'of the rows', choices: SORTS },
    ...EXPLAIN_OPTIONS,
  ],
  async run(operands, options, context) {
    checkExplain(options);
    checkExplainable(options);
    const compared = await compareSeries(operands, options, context);
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
    const table = view?.table ?? changeTable(rows, dimensions, cadence, how);
    const { explain } = options;
    return {
      title: `${measuresTitle(parts.set)}${how.perDay ? ' per day' : ''}, ${windowText(how.current, cadence)} v ${windowText(how.base, cadence)}`,
      table,
      glance: (most) => view?.glance() ?? withRobustness(changeGlance(rows, dimensions, cadence, how, most), compared),
      ...(explain && (await explained(explain, { compared, options: how, rows, table }, options))),
      notes: [
        ...notes,
        ...flagNotes(parts.set, [how.current, how.base]),
        ...(view ? breakNotes(cadence, how) : changeNotes(rows, cadence, how)),
      ],
      provenance: { command: 'change', ...provenance },
    };
  },
};

export default command;

/** Where one figure comes from, in place of the table. */
async function explained(id: FigureId, made: ChangeMade, options: Options) {
  const { changeFigure } = await import('./explain-change.ts');
  const { explainedFigure } = await import('./explain-figure.ts');
  return explainedFigure(changeFigure(id, made), options);
}

/** What is shown instead of the comparison, if anything. */
function viewOf({ allReadings, variants }: Options, { parts, windows, asked, daily, breaksAt }: ComparedSeries) {
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
