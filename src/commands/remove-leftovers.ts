import { readdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Removes what a build that was killed has left beside the files that it was writing. */
export async function removeLeftovers(files: readonly string[]): Promise<void> {
  for (const folder of new Set(files.map((file) => dirname(file)))) {
    const names = new Set(files.filter((file) => dirname(file) === folder).map((file) => basename(file)));
    for (const left of await readdir(folder).catch(() => [])) {
      const [, name, pid] = /^(.+)\.(\d+)\.tmp$/.exec(left) ?? [];
      if (name !== undefined && names.has(name) && !isRunning(Number(pid)))
        await rm(join(folder, left), { force: true });
    }
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
