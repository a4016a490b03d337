import type { OptionSpec } from '../cli/command.ts';
import { UserError } from '../errors.ts';
import { dateText } from '../period/index.ts';
import { dateOf } from '../series/coverage.ts';

/** The option that names a day, which comes as `YYYY-MM-DD` however it is written. */
export const asOfOption = (description: string): OptionSpec => ({ flags: '--as-of <date>', description, parse: day });

function day(text: string): string {
  try {
    return dateText(dateOf(text));
  } catch (cause) {
    if (!(cause instanceof UserError)) throw cause;
    throw new UserError(`--as-of ${text} is not a date`, { hint: 'write it as 2025-06-30', cause });
  }
}
