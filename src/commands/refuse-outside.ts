import { realpathSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { UserError } from '../errors.ts';

/** Refuses a path that leads out of this folder, by its name or by a link on the way. */
export function refuseOutside(path: string, place: string): void {
  const inside = relative(realpathSync('.'), realPath(resolve(path)));
  if (inside !== '..' && !/^\.\.[/\\]|^([a-z]:)?[/\\]/i.test(inside)) return;
  throw new UserError(`${place}: ${path} lies outside the folder of the project`, {
    hint: '--allow-outside allows it',
  });
}

/** Where a path leads as far as it is there. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const folder = dirname(path);
    return folder === path ? path : join(realPath(folder), path.slice(folder.length));
  }
}
