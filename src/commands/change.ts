import { SORTS } from '../analyses/change.ts';
import { INTERVALS } from '../analyses/interval.ts';
import type { Command } from '../cli/command.ts';
import { PARTIAL_POLICIES } from '../series/partial.ts';
import { type ChangeReportOptions, changeReport } from './change-report.ts';
import { compareSeries } from './compare-series.ts';
import { fractionOfOne, positiveInteger } from './range-options.ts';
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
  ],
  async run(operands, options, context) {
    const compared = await compareSeries(operands, options, context);
    return changeReport(compared, options);
  },
};

export default command;
