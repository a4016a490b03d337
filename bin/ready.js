// Makes a checkout ready to run: installs and builds what is out of date, and nothing else.
import { execSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const SOURCES = [
  'package-lock.json',
  'package.json',
  'tsconfig.json',
  'tsconfig.build.json',
  'vite.config.ts',
  'src',
  'data/profiles',
];

/** Runs `command` when the content of `paths` differs from what the stamp file remembers. */
function keep(stamp, paths, command) {
  const now = digest(paths);
  if (existsSync(join(root, stamp)) && readFileSync(join(root, stamp), 'utf8') === now) return;
  execSync(command, { cwd: root, stdio: ['ignore', 2, 2] });
  writeFileSync(join(root, stamp), now);
}

function digest(paths) {
  const hash = createHash('sha256');
  for (const path of paths.flatMap(files).sort()) hash.update(`${path}\0`).update(readFileSync(join(root, path)));
  return hash.digest('hex');
}

function files(path) {
  if (!statSync(join(root, path)).isDirectory()) return [path];
  return readdirSync(join(root, path)).flatMap((name) => files(`${path}/${name}`));
}

// `--no-save`: else the lock file is written anew where package.json or the registry differs from it. Not `npm ci`: that refuses a lock file without the packages of platforms that a registry does not carry.
keep(
  'node_modules/.installed',
  ['package-lock.json'],
  'npm install --include=dev --no-save --no-audit --no-fund --loglevel=error',
);
keep('dist/.built', SOURCES, 'npm run --silent build');
