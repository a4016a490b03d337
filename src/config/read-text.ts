import { readFile } from 'node:fs/promises';
import { EXIT, type ExitCode, UserError } from '../errors.ts';

/** Reads a text file that the user names; one that cannot be read is a mistake of the command line unless said otherwise. */
export function readText(path: string, exitCode: ExitCode = EXIT.usage): Promise<string> {
  return readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    const what = cause.code === 'ENOENT' ? 'there is no such file' : `cannot be read (${cause.code})`;
    throw new UserError(`${path}: ${what}`, { exitCode, cause });
  });
}
