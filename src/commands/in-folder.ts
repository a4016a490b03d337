import { chdir, cwd } from 'node:process';
import { inputError } from '../errors.ts';

/** Does something with the paths of a folder, so that what it names is named alike from wherever it is asked for. */
export async function inFolder<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const before = cwd();
  try {
    chdir(folder);
  } catch (cause) {
    throw inputError(`${folder}: there is no such folder`, undefined, cause);
  }
  try {
    return await work();
  } finally {
    chdir(before);
  }
}
