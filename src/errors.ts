/** Exit codes of every command, as listed in `--help`. */
export const EXIT = { ok: 0, finding: 1, usage: 2, input: 3, tooLittleData: 4, bug: 70 } as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** An option that would settle what an input leaves open, with the values that it may have. */
export interface Choice {
  readonly option: string;
  readonly among: readonly string[];
}

interface Details {
  readonly hint?: string | undefined;
  readonly exitCode?: ExitCode;
  readonly cause?: unknown;
  readonly choice?: Choice | undefined;
}

/**
 * A mistake of the user's, or an input that cannot be used: printed as a message, never as a stack.
 *
 * The message is lower case, names the thing and its place; the hint says what to do next.
 */
export class UserError extends Error {
  readonly hint: string | undefined;
  readonly exitCode: ExitCode;
  /** What was left open, where that is all that is wrong. */
  readonly choice: Choice | undefined;

  constructor(message: string, details: Details = {}) {
    super(message, { cause: details.cause });
    this.name = 'UserError';
    this.hint = details.hint;
    this.exitCode = details.exitCode ?? EXIT.usage;
    this.choice = details.choice;
  }
}

/** An input that cannot be read or contradicts itself: exit code 3. */
export function inputError(message: string, hint?: string, cause?: unknown): UserError {
  return new UserError(message, { hint, cause, exitCode: EXIT.input });
}

const HINTS: Readonly<Record<string, string>> = {
  EACCES: 'you have no permission: ask for it, or choose another place',
  EPERM: 'you have no permission: ask for it, or choose another place',
  ENOENT: 'there is no such folder: make it first, or choose another',
  ENOSPC: 'no space is left there: make some, or choose another place',
  EROFS: 'nothing can be written there: choose another place',
};

/** What to do about a file that the system does not let be read or written. */
export const refusalHint = (cause: unknown): string | undefined => HINTS[(cause as NodeJS.ErrnoException).code ?? ''];
