import type { Command } from '../cli/command.ts';
import { positiveInteger } from './range-options.ts';
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
  ],
  async run(operands, options, context) {
    return trendReport(await readSeries(operands, options, context), options);
  },
};

export default command;
