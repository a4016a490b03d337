import { UserError } from '../errors.ts';
import { dateText } from '../period/index.ts';
import { dateOf } from '../series/coverage.ts';

/** Reads the day that an option names, as `YYYY-MM-DD`. */
export const dayOption =
  (option: string) =>
  (text: string): string => {
    try {
      return dateText(dateOf(text));
    } catch (cause) {
      if (!(cause instanceof UserError)) throw cause;
      throw new UserError(`${option} ${text} is not a date`, { hint: 'write it as 2025-06-30', cause });
    }
  };
