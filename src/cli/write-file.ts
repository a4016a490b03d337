import { open, rename, rm } from 'node:fs/promises';
import { inputError } from '../errors.ts';

/** Writes a file whole or not at all: into a neighbour first, which then takes its name. */
export async function writeFile(path: string, pieces: Iterable<string>): Promise<void> {
  const neighbour = `${path}.${process.pid}.tmp`;
  try {
    const file = await open(neighbour, 'w');
    try {
      for (const piece of pieces) await file.writeFile(piece);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(neighbour, path);
  } catch (cause) {
    await rm(neighbour, { force: true }).catch(() => {});
    if (!(cause instanceof Error && 'code' in cause)) throw cause;
    throw inputError(`${path}: cannot be written (${cause.code})`, undefined, cause);
  }
}
