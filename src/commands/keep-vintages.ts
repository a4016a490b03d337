import { copyFile, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { ManifestInput } from '../build/manifest.ts';
import { inputError, UserError } from '../errors.ts';
import { removeAtEnd } from '../remove-at-end.ts';
import { fingerprintOf } from '../source/fingerprint.ts';

/**
 * Keeps a copy of each input that is another than the one kept before: `vintages/crossings.csv/2025-06-30-1a2b3c4d5e6f.csv`,
 * named by the day and by the hash of its bytes.
 */
export async function keepVintages(folder: string, day: string, inputs: readonly ManifestInput[]): Promise<void> {
  for (const { path, sha256 } of inputs) {
    const kept = join(folder, ...path.split('/').filter((part) => part !== '..'));
    const name = `${day}-${sha256.slice(0, 12)}`;
    try {
      await mkdir(kept, { recursive: true });
      const last = (await readdir(kept))
        .filter((other) => other.slice(0, day.length) <= day && !other.endsWith('.tmp'))
        .sort()
        .at(-1);
      if (last?.slice(day.length).startsWith(name.slice(day.length))) continue;
      if (last?.startsWith(day))
        throw inputError(`${join(kept, last)}: is another edition of that day`, 'name a later day');
      await keepCopy(path, sha256, join(kept, `${name}${extname(path)}`));
    } catch (cause) {
      if (cause instanceof UserError) throw cause;
      throw inputError(`${kept}: cannot be written (${(cause as NodeJS.ErrnoException).code})`, undefined, cause);
    }
  }
}

/** A copy takes its name once it holds the bytes that figures were made of. */
async function keepCopy(path: string, sha256: string, target: string): Promise<void> {
  const neighbour = `${target}.${process.pid}.tmp`;
  const isDone = removeAtEnd(neighbour);
  try {
    await copyFile(path, neighbour);
    if ((await fingerprintOf(neighbour))?.sha256 !== sha256) {
      throw inputError(`${path}: changed while it was read`, 'build again once it is whole');
    }
    await rename(neighbour, target);
  } finally {
    await rm(neighbour, { force: true });
    isDone();
  }
}
