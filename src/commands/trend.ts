import { flagNotes, indexNotes } from '../analyses/flag-notes.ts';
import { topSeries } from '../analyses/top-series.ts';
import { type TrendOptions, trend } from '../analyses/trend.ts';
import { trendGlance } from '../analyses/trend-glance.ts';
import { trendSummary } from '../analyses/trend-summary.ts';
import { trendTitle } from '../analyses/trend-title.ts';
import type { Command } from '../cli/command.ts';
import { EXIT, UserError } from '../errors.ts';
import { dateText } from '../period/index.ts';
import type { FigureId } from '../report/figure-id.ts';
import { lastOrdinal, type SeriesSet } from '../series/series.ts';
import { checkExplain, EXPLAIN_OPTIONS } from './explain-options.ts';
import type { TrendMade } from './explain-trend.ts';
import { periodRange, positiveInteger } from './range-options.ts';
import { readTallies, seriesOf } from './read-series.ts';
import { SERIES_OPTIONS, type SeriesOptions } from './series-options.ts';

interface Options extends SeriesOptions {
  readonly from?: string;
  readonly to?: string;
  readonly runningMean?: boolean;
  readonly index?: string;
  readonly summary?: boolean;
  readonly top?: number;
}

const command: Command<Options> = {
  name: 'trend',
  summary: 'levels per period, with changes on the period before and on the year before',
  operands: '[files...]',
  examples: [
    ['border-stats trend crossings.csv', 'how many per month, and how has that changed?'],
    ['border-stats trend crossings.csv --every half --by checkpoint', 'the same per half-year and checkpoint'],
    ['border-stats trend seizures.csv --where unit=tablets --stat max', 'the largest case of each month'],
    ['border-stats trend crossings.csv --summary -f json', 'one row per series, for another program'],
  ],
  options: [
    ...SERIES_OPTIONS,
    { flags: '--from <period>', description: 'show no earlier period; earlier ones still serve as base' },
    { flags: '--to <period>', description: 'show no later period' },
    { flags: '--running-mean', description: 'add the mean of all earlier values' },
    { flags: '--index <period>', description: 'add an index that is 100 in this period' },
    { flags: '--summary', description: 'one row per series' },
    {
      flags: '--top <n>',
      description: 'only the n series with the largest last values',
      parse: positiveInteger('--top'),
    },
    ...EXPLAIN_OPTIONS,
  ],
  async run(operands, options, context) {
    checkExplain(options);
    const tallied = await readTallies(operands, options, context);
    const { set: all, notes, provenance } = seriesOf(tallied, options, tallied.plan.series);
    const set = options.top === undefined ? all : topSeries(all, options.top);
    const range = periodRange(options, set.cadence);
    const shown: TrendOptions = { ...range, runningMean: options.runningMean ?? false };
    checkShown(set, shown);
    const { explain, summary = false } = options;
    const table = summary ? trendSummary(set, shown) : trend(set, shown);
    return {
      title: trendTitle(set, shown),
      table,
      glance: (rows) => trendGlance(set, shown, rows),
      ...(explain && (await explained(explain, { tallied, set, shown, table, summary }, options))),
      notes: [...notes, ...flagNotes(set, [{ first: shown.from, last: shown.to }]), ...indexNotes(set, shown.index)],
      provenance: { command: 'trend', ...provenance },
    };
  },
};

export default command;

/** Where one figure comes from, in place of the table. */
async function explained(id: FigureId, made: TrendMade, options: Options) {
  const { trendFigure } = await import('./explain-trend.ts');
  const { explainedFigure } = await import('./explain-figure.ts');
  return explainedFigure(trendFigure(id, made), options);
}

/** Periods that no series has are a slip of the hand, not an empty table. */
function checkShown(set: SeriesSet, { from, to }: TrendOptions): void {
  if (set.series.some((series) => lastOrdinal(series) >= from && series.first <= to)) return;
  const [first, last] = [set.covered.from, set.covered.to].map(dateText);
  throw new UserError('no series has a period between --from and --to', {
    hint: `the source covers ${first}…${last}`,
    exitCode: EXIT.tooLittleData,
  });
}
