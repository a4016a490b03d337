import { isAbsolute, relative } from 'node:path';

/** A path as it is named from the folder of the project, so that nothing written says where that lies. */
export const relativePath = (path: string): string =>
  isAbsolute(path) ? relative('.', path).replaceAll('\\', '/') : path;
