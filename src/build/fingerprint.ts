import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { inputError } from '../errors.ts';
import type { ManifestInput } from './manifest.ts';

/** What tells whether a file is still the same, by what it holds and by what its file system says of it. */
export interface Fingerprint extends ManifestInput {
  readonly stamp: string;
}

export async function fingerprint(path: string): Promise<Fingerprint> {
  try {
    const stamp = await stampOf(path);
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) {
      hash.update(chunk as Uint8Array);
      bytes += (chunk as Uint8Array).length;
    }
    return { path, bytes, sha256: hash.digest('hex'), stamp };
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw inputError(
      `${path}: ${code === 'ENOENT' ? 'there is no such file' : `cannot be read (${code})`}`,
      undefined,
      cause,
    );
  }
}

/** A file that was written to since it was read makes figures of no edition. */
export async function refuseChanged({ path, stamp }: Fingerprint): Promise<void> {
  if ((await stampOf(path).catch(() => '')) === stamp) return;
  throw inputError(`${path}: changed while it was read`, 'build again once it is whole');
}

async function stampOf(path: string): Promise<string> {
  const { size, mtimeMs, ino } = await stat(path);
  return `${size} ${mtimeMs} ${ino}`;
}

export const textSha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
