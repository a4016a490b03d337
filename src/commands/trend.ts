import type { Command } from '../cli/command.ts';
import { LEVEL_OPTIONS } from './level-options.ts';
import { readSeries } from './read-series.ts';
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
  options: [...SERIES_OPTIONS, ...LEVEL_OPTIONS],
  async run(operands, options, context) {
    return trendReport(await readSeries(operands, options, context), options);
  },
};

export default command;
