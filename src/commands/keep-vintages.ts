import { copyFile, mkdir, readdir, rename } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { ManifestInput } from '../build/manifest.ts';
import { inputError } from '../errors.ts';

/**
 * Keeps a copy of each input that is not kept yet: `vintages/crossings.csv/2025-06-30-1a2b3c4d5e6f.csv`, named by the
 * day and by the hash of its bytes.
 */
export async function keepVintages(folder: string, day: string, inputs: readonly ManifestInput[]): Promise<void> {
  for (const { path, sha256 } of inputs) {
    const kept = join(folder, path);
    const hash = sha256.slice(0, 12);
    try {
      await mkdir(kept, { recursive: true });
      if ((await readdir(kept)).some((name) => name.includes(hash))) continue;
      const target = join(kept, `${day}-${hash}${extname(path)}`);
      await copyFile(path, `${target}.tmp`);
      await rename(`${target}.tmp`, target);
    } catch (cause) {
      throw inputError(`${kept}: cannot be written (${(cause as NodeJS.ErrnoException).code})`, undefined, cause);
    }
  }
}
