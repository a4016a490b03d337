import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from '../../src/build/manifest.ts';

/** The texts of all files that a build made in a folder, by their paths in it. */
export function madeIn(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map(({ parentPath, name }) => join(parentPath, name)).sort();
  return Object.fromEntries(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]));
}

export const manifestIn = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;

/** Of the CSV that a build prints, each file that is not current, with its status: `figures/a.csv,changed`. */
export function notCurrent(out: string): string[] {
  const told = new Set([...out.matchAll(/^([\w./-]+,[\w-]+),/gm)].map(([, status = '']) => status));
  return [...told].filter((status) => !status.endsWith(',current') && status !== 'output_file,output_status').sort();
}
