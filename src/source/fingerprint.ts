import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { inputError } from '../errors.ts';

/** What tells whether a file is still the same: its bytes as it lies, whatever it is packed in. */
export interface Fingerprint {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** A stream whose fingerprint is known once it has been read. */
export interface Tapped {
  readonly bytes: AsyncIterable<Uint8Array>;
  fingerprint(): Omit<Fingerprint, 'name'>;
}

/** Takes the fingerprint of a stream while another reads it. */
export function tapped(stream: AsyncIterable<Uint8Array>): Tapped {
  const hash = createHash('sha256');
  let size = 0;
  async function* bytes() {
    for await (const chunk of stream) {
      hash.update(chunk);
      size += chunk.length;
      yield chunk;
    }
  }
  return { bytes: bytes(), fingerprint: () => ({ bytes: size, sha256: hash.copy().digest('hex') }) };
}

/** The fingerprint of a file, which is read for it; null for what is no file, such as a named pipe. */
export async function fingerprintOf(name: string): Promise<Fingerprint | null> {
  try {
    if (!(await stat(name)).isFile()) return null;
    const read = tapped(createReadStream(name, { highWaterMark: 1024 * 1024 }));
    for await (const _ of read.bytes);
    return { name, ...read.fingerprint() };
  } catch (cause) {
    throw inputError(`${name}: cannot be read (${(cause as NodeJS.ErrnoException).code})`, undefined, cause);
  }
}
