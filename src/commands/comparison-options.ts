import { SORTS } from '../analyses/change.ts';
import { INTERVALS } from '../analyses/interval.ts';
import type { OptionSpec } from '../cli/command.ts';
import { PARTIAL_POLICIES } from '../series/partial.ts';
import { fractionOfOne, positiveInteger } from './range-options.ts';

/** Which windows are compared. */
export const WINDOW_OPTIONS: readonly OptionSpec[] = [
  { flags: '--window <window>', description: '6m, 1q, 2h, 1y, 90d, 1fy, ytd, fytd, or 2024-03..2024-08' },
  { flags: '--against <window>', description: 'previous, year, or a window' },
  { flags: '--ending <period>', description: 'the last period of the window; the last complete one if not given' },
];

/** How they are compared, and what is shown of it. */
export const COMPARISON_OPTIONS: readonly OptionSpec[] = [
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
];
