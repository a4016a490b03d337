import type { OptionSpec } from '../cli/command.ts';
import { SERIES_OPTIONS } from './series-options.ts';

/** What is asked of series, and not of the records of files. */
const OF_SERIES = ['--every', '--by', '--stat', '--per', '--sum-over', '--as-of', '--gaps'];

/** Those about files, their records and what these mean. */
export const FILE_OPTIONS: readonly OptionSpec[] = SERIES_OPTIONS.filter(
  ({ flags }) => !OF_SERIES.includes(flags.split(' ')[0] ?? ''),
);
