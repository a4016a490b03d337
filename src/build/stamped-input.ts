import { stat } from 'node:fs/promises';
import { inputError } from '../errors.ts';
import { fingerprintOf } from '../source/fingerprint.ts';
import type { Content } from './content.ts';

/** An input as it lies, and what its file system says of it. */
export interface StampedInput extends Content {
  readonly path: string;
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

/** What changes with any writing, even where a program puts the time of the last one back. */
async function stampOf(path: string): Promise<string> {
  const { size, mtimeNs, ctimeNs, ino } = await stat(path, { bigint: true });
  return `${size} ${mtimeNs} ${ctimeNs} ${ino}`;
}
