/** Exit codes of every command, as listed in `--help`. */
export const EXIT = { ok: 0, finding: 1, usage: 2, input: 3, tooLittleData: 4, bug: 70 } as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/**
 * A mistake of the user's, or an input that cannot be used: printed as a message, never as a stack.
 *
 * The message is lower case, names the thing and its place; the hint says what to do next.
 */
export class UserError extends Error {
  readonly hint: string | undefined;
  readonly exitCode: ExitCode;

  constructor(message: string, options: { hint?: string | undefined; exitCode?: ExitCode; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.name = 'UserError';
    this.hint = options.hint;
    this.exitCode = options.exitCode ?? EXIT.usage;
  }
}

/** An input that cannot be read or contradicts itself: exit code 3. */
export function inputError(message: string, hint?: string, cause?: unknown): UserError {
  return new UserError(message, { hint, cause, exitCode: EXIT.input });
}
