import { open, realpath, rename, rm, stat } from 'node:fs/promises';
import { inputError, refusalHint } from '../errors.ts';
import { removeAtEnd } from '../remove-at-end.ts';

type Pieces = AsyncIterable<string> | Iterable<string | Uint8Array>;

/**
 * Writes a file whole or not at all: into a neighbour first, which then takes its name. A link is followed, and
 * a file that is there keeps its mode; a device or a pipe is written to as it is.
 */
export async function writeFile(path: string, pieces: Pieces): Promise<void> {
  try {
    const target = await realpath(path).catch(() => path);
    const status = await stat(target).catch(() => undefined);
    if (status && !status.isFile() && !status.isDirectory()) return await written(target, pieces);
    const neighbour = `${target}.${process.pid}.tmp`;
    const isDone = removeAtEnd(neighbour);
    try {
      await written(neighbour, pieces, status?.mode);
      await rename(neighbour, target);
    } catch (cause) {
      await rm(neighbour, { force: true }).catch(() => {});
      throw cause;
    } finally {
      isDone();
    }
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause)) throw cause;
    throw inputError(`${path}: cannot be written (${cause.code})`, refusalHint(cause), cause);
  }
}

async function written(path: string, pieces: Pieces, mode?: number): Promise<void> {
  const file = await open(path, 'w', mode);
  try {
    for await (const piece of pieces) await file.writeFile(piece);
    if ((await file.stat()).isFile()) await file.sync();
  } finally {
    await file.close();
  }
}
