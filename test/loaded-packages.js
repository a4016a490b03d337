// Names on stderr every file of a package that the program loads: `node --import ./test/loaded-packages.js …`.
import { writeSync } from 'node:fs';
import { createRequire, register } from 'node:module';

const hooks = `
import { writeSync } from 'node:fs';
export async function load(url, context, next) {
  if (url.includes('/node_modules/')) writeSync(2, 'loaded ' + url.replace(/.*node_modules./, '') + '\\n');
  return next(url, context);
}`;

register(`data:text/javascript,${encodeURIComponent(hooks)}`);

const { cache } = createRequire(import.meta.url);
process.once('exit', () => {
  for (const path of Object.keys(cache)) {
    if (path.includes('/node_modules/')) writeSync(2, `loaded ${path.replace(/.*node_modules./, '')}\n`);
  }
});
