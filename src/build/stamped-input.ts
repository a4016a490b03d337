import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { inputError } from '../errors.ts';
import { fingerprintOf } from '../source/fingerprint.ts';
import type { ManifestInput } from './manifest.ts';

/** An input as it lies, and what its file system says of it. */
export interface StampedInput extends ManifestInput {
  readonly stamp: string;
}

export async function stampedInput(path: string): Promise<StampedInput> {
  const stamp = await stampOf(path).catch(() => '');
  const found = await fingerprintOf(path);
  if (!found) throw inputError(`${path}: is no file`, 'name a file');
  return { path, bytes: found.bytes, sha256: found.sha256, stamp };
}

/** A file that was written to since it was read makes figures of no edition. */
export async function refuseChanged({ path, stamp }: StampedInput): Promise<void> {
  if ((await stampOf(path).catch(() => null)) === stamp) return;
  throw inputError(`${path}: changed while it was read`, 'build again once it is whole');
}

async function stampOf(path: string): Promise<string> {
  const { size, mtimeMs, ino } = await stat(path);
  return `${size} ${mtimeMs} ${ino}`;
}

export const textSha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
