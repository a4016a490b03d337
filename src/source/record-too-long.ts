import { inputError, type UserError } from '../errors.ts';

/** No record of a table is longer; what is, has lost its line ends or a quote. */
export const MOST_RECORD_BYTES = 64 * 1024 * 1024;

/** The error of a record that starts on `line` and does not end for longer than any would. */
export function recordTooLong(name: string, line: number, cause?: unknown): UserError {
  const hint = 'check that its quotes are closed and that the file is whole';
  return inputError(
    `${name}:${line}: the record that starts here is longer than ${MOST_RECORD_BYTES / 2 ** 20} MB`,
    hint,
    cause,
  );
}
