import { readText } from './read-text.ts';
import { type ConfigFile, yamlFile } from './yaml-file.ts';

/** Reads a YAML or JSON file that the user names. */
export const readYaml = async (path: string): Promise<ConfigFile> => yamlFile(path, await readText(path));
