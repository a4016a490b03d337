import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { inputError } from '../errors.ts';
import { openerOfPath } from './openers.ts';

/** Paths with `*` and `?` that the shell has left as they are, as the files that they mean, sorted; the others unchanged. */
export async function expandedPaths(paths: readonly string[]): Promise<string[]> {
  const lists = await Promise.all(paths.map((path) => (isPattern(path) ? expanded(path) : [path])));
  return lists.flat();
}

const isPattern = (path: string): boolean => /[*?]/.test(path) && !openerOfPath(path) && !existsSync(path);

async function expanded(pattern: string): Promise<string[]> {
  let found = [pattern.startsWith('/') ? '/' : ''];
  for (const part of pattern.split('/').filter((name) => name !== '')) {
    const lists = await Promise.all(found.map((directory) => within(directory, part)));
    found = lists.flat();
  }
  if (found.length === 0) throw inputError(`${pattern}: no file has such a name`, 'check the path');
  return found.sort();
}

async function within(directory: string, part: string): Promise<string[]> {
  if (!/[*?]/.test(part)) return existsSync(join(directory, part)) ? [join(directory, part)] : [];
  const names = await readdir(directory === '' ? '.' : directory).catch(() => []);
  const matches = (name: string) => likePattern(name, part) && (part.startsWith('.') || !name.startsWith('.'));
  return names.filter(matches).map((name) => join(directory, name));
}

/** `*` stands for any letters, `?` for one. */
function likePattern(name: string, pattern: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 's').test(name);
}
