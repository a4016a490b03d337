import { readFile } from 'node:fs/promises';
import { type Content, contentOf } from '../build/content.ts';
import { inputError } from '../errors.ts';

/** A file as it lies before it is made again. */
export interface OldFile extends Content {
  text(): string;
}

/** A file as it lies; null where there is none. */
export async function oldFile(file: string): Promise<OldFile | null> {
  const bytes = await readFile(file).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return null;
    throw inputError(`${file}: cannot be read (${cause.code})`, undefined, cause);
  });
  return bytes && { ...contentOf([bytes]), text: () => bytes.toString() };
}

/** What becomes of a file that is made again. */
export const newStatus = (old: OldFile | null, now: Content): 'new' | 'same' | 'changed' =>
  old === null ? 'new' : old.sha256 === now.sha256 ? 'same' : 'changed';
