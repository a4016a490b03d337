import type { OptionSpec } from '../cli/command.ts';
import { positiveInteger } from './range-options.ts';

/** What a table of levels shows. */
export const LEVEL_OPTIONS: readonly OptionSpec[] = [
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
];
