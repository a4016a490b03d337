import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The files that the words of a command line name, by themselves or by their folder; sorted. */
export const inputFiles = (words: readonly string[]): string[] =>
  [...new Set(words.map(pathIn).flatMap(filesAt))].sort();

/** What follows the sign of equality in an option, or the word itself. */
const pathIn = (word: string): string => /^--[\w-]+=(.*)$/s.exec(word)?.[1] ?? word;

function filesAt(path: string): string[] {
  if (path === '' || !existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  if (!statSync(path).isDirectory()) return [];
  const entries = readdirSync(path, { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
