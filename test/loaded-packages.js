// Names on stderr every file of a package that the program loads: `node --import ./test/loaded-packages.js …`.
import { register } from 'node:module';

const hooks = `
import { writeSync } from 'node:fs';
export async function load(url, context, next) {
  if (url.includes('/node_modules/')) writeSync(2, 'loaded ' + url.replace(/.*node_modules./, '') + '\\n');
  return next(url, context);
}`;

register(`data:text/javascript,${encodeURIComponent(hooks)}`);
