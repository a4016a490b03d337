import { inputError, type UserError } from '../errors.ts';

/** The error of a quote that is never closed, in the record that starts on `line`. */
export function neverClosed(name: string, line: number, cause?: unknown): UserError {
  const hint = 'close it, or check that the file is whole';
  return inputError(`${name}:${line}: a quote in the record that starts here is never closed`, hint, cause);
}
