import type { Context } from '../cli/command.ts';
import { UserError } from '../errors.ts';
import type { OpenOptions } from '../source/open.ts';
import { fiscalOf } from './plan.ts';
import type { SeriesOptions } from './series-options.ts';

/** The files that the user names; standard input where none is, unless that is a keyboard. */
export function filesOf(paths: readonly string[], { stdinIsTerminal }: Context): readonly string[] {
  if (paths.length > 0) return paths;
  if (!stdinIsTerminal) return ['-'];
  throw new UserError('no file is named, and standard input is a terminal', { hint: 'name a file, or pipe one in' });
}

/** What the user says of how files are to be read. */
export const openOptions = (options: SeriesOptions): OpenOptions => ({
  ...options,
  order: options.dateOrder,
  fiscal: fiscalOf(options),
  zone: options.timezone,
});
