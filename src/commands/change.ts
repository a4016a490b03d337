import type { Command } from '../cli/command.ts';
import { type ChangeReportOptions, changeReport } from './change-report.ts';
import { compareSeries } from './compare-series.ts';
import { COMPARISON_OPTIONS, WINDOW_OPTIONS } from './comparison-options.ts';
import { checkExplain, EXPLAIN_OPTIONS } from './explain-options.ts';
import { checkSentence, SENTENCE_OPTIONS } from './sentence-options.ts';
import { SERIES_OPTIONS } from './series-options.ts';

const command: Command<ChangeReportOptions> = {
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
    ['border-stats change crossings.csv --window 6m --sentence -f md', 'a sentence for an article, with its claim'],
  ],
  options: [
    ...WINDOW_OPTIONS,
    ...SERIES_OPTIONS.filter(({ flags }) => !flags.startsWith('--every')),
    ...COMPARISON_OPTIONS,
    ...SENTENCE_OPTIONS,
    ...EXPLAIN_OPTIONS,
  ],
  async run(operands, options, context) {
    checkExplain(options);
    checkSentence(options);
    const compared = await compareSeries(operands, options, context);
    return changeReport(compared, options);
  },
};

export default command;
