import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Plugin } from 'vite';

/**
 * For the build only: lets source import the countries of the world atlas as base64 text. Its file is 3.7 MB in a package
 * of 8 MB; without what is not asked for, and packed, it is a module of 1.2 MB that only the command with borders loads.
 */
export const atlasPlugin: Plugin = {
  name: 'atlas',
  enforce: 'pre',
  resolveId: (id) => (id === 'atlas:countries' ? `\0${id}` : null),
  load: (id) => (id === '\0atlas:countries' ? `export default ${JSON.stringify(packed().toString('base64'))};` : null),
};

/** Each arc is one text of steps, which is read only where it is asked for. */
function packed(): Buffer {
  const path = createRequire(import.meta.url).resolve('world-atlas/countries-10m.json');
  const { objects, arcs, ...topology } = JSON.parse(readFileSync(path, 'utf8'));
  const steps = arcs.map((arc: number[][]) => arc.flat().join());
  const text = JSON.stringify({ ...topology, objects: { countries: objects.countries }, arcs: steps });
  return brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
}
