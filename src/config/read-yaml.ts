import { readFile } from 'node:fs/promises';
import { UserError } from '../errors.ts';
import { type ConfigFile, yamlFile } from './yaml-file.ts';

/** Reads a YAML or JSON file that the user names. */
export async function readYaml(path: string): Promise<ConfigFile> {
  const text = await readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    const what = cause.code === 'ENOENT' ? 'there is no such file' : `cannot be read (${cause.code})`;
    throw new UserError(`${path}: ${what}`, { cause });
  });
  return yamlFile(path, text);
}
