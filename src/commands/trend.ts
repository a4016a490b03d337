import type { Command } from '../cli/command.ts';
import { checkExplain, EXPLAIN_OPTIONS } from './explain-options.ts';
import { LEVEL_OPTIONS } from './level-options.ts';
import { readTallies, seriesOf } from './read-series.ts';
import { SERIES_OPTIONS } from './series-options.ts';
import { type TrendReportOptions, trendReport } from './trend-report.ts';

const command: Command<TrendReportOptions> = {
  name: 'trend',
  summary: 'levels per period, with changes on the period before and on the year before',
  operands: '[files...]',
  examples: [
    ['border-stats trend crossings.csv', 'how many per month, and how has that changed?'],
    ['border-stats trend crossings.csv --every half --by checkpoint', 'the same per half-year and checkpoint'],
    ['border-stats trend seizures.csv --where unit=tablets --stat max', 'the largest case of each month'],
    ['border-stats trend crossings.csv --summary -f json', 'one row per series, for another program'],
  ],
  options: [...SERIES_OPTIONS, ...LEVEL_OPTIONS, ...EXPLAIN_OPTIONS],
  async run(operands, options, context) {
    checkExplain(options);
    const tallied = await readTallies(operands, options, context);
    return trendReport(tallied, seriesOf(tallied, options, tallied.plan.series), options);
  },
};

export default command;
