import { openSync, read, unlinkSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { inputError } from '../errors.ts';
import type { Readable } from './peek.ts';

const BLOCK_BYTES = 1024 * 1024;

/**
 * Keeps a stream in a temporary file, so that it can be read again.
 *
 * The file has no name from the moment it is opened: nobody else can read it, and nothing of it stays however the
 * program ends.
 */
export async function spooled(name: string, bytes: AsyncIterable<Uint8Array>): Promise<Readable> {
  try {
    const file = namelessFile();
    let size = 0;
    for await (const chunk of bytes) {
      for (let at = 0; at < chunk.length; ) at += writeSync(file, chunk, at);
      size += chunk.length;
    }
    return { path: null, repeats: true, size, bytes: () => fileBytes(file, size) };
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === undefined) throw cause;
    throw inputError(`${name}: cannot be kept in ${tmpdir()} (${code})`, 'save it to a file, and name that', cause);
  }
}

/** A number, not a handle: it stays open as long as the program runs. */
function namelessFile(): number {
  const path = join(tmpdir(), `border-stats-${process.pid}-${opened++}.tmp`);
  const file = openSync(path, 'wx+', 0o600);
  unlinkSync(path);
  return file;
}

let opened = 0;

const readAt = promisify(read);

async function* fileBytes(file: number, size: number): AsyncGenerator<Uint8Array> {
  for (let position = 0; position < size; ) {
    const buffer = Buffer.allocUnsafe(Math.min(BLOCK_BYTES, size - position));
    const { bytesRead } = await readAt(file, buffer, 0, buffer.length, position);
    if (bytesRead === 0) return;
    yield buffer.subarray(0, bytesRead);
    position += bytesRead;
  }
}
