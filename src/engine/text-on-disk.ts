import { createReadStream, createWriteStream } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { inputError } from '../errors.ts';
import type { SourceFile } from '../source/source.ts';
import { temporaryFolder } from '../source/temporary-folder.ts';

/** A file that another program can open: what is packed, streamed or rewritten is kept as plain text for the run. */
export async function textOnDisk(file: SourceFile): Promise<SourceFile> {
  if (file.path !== null) return file;
  const path = join(temporaryFolder(), 'table.csv');
  try {
    await pipeline(file.bytes(), createWriteStream(path, { mode: 0o600 }));
  } catch (cause) {
    const { code, syscall } = cause as NodeJS.ErrnoException;
    if (syscall !== 'write') throw cause;
    throw inputError(`${file.name}: cannot be kept in ${tmpdir()} (${code})`, 'name a larger folder by TMPDIR', cause);
  }
  return { ...file, path, bytes: () => createReadStream(path) };
}
