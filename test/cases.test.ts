import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from './run.ts';

/*
 * Each directory test/cases/<command>/<case> holds `cmd`, a command line and, on lines of their own, what surrounds it
 * (`stdin: file`, `terminal: 80`, `env: NAME=value`), and what it must print and return: `out`, `err`, `exit`. Those of a
 * new case are written, except on CI, and `npm run cases` writes all anew; `git diff test/cases` is the review.
 */
const ROOT = new URL('cases/', import.meta.url).pathname;

for (const command of readdirSync(ROOT)) {
  describe(command, () => {
    for (const name of readdirSync(join(ROOT, command))) {
      it(name.replaceAll('-', ' '), () => holds(join(ROOT, command, name)));
    }
  });
}

async function holds(directory: string): Promise<void> {
  const [line = '', ...settings] = readFileSync(join(directory, 'cmd'), 'utf8').trim().split('\n');
  const setting = (name: string) => settings.find((text) => text.startsWith(`${name}: `))?.slice(name.length + 2);
  const [variable = '', value = ''] = setting('env')?.split('=') ?? [];
  const terminal = setting('terminal');
  const result = await run(line, {
    stdin: setting('stdin'),
    terminal: terminal === undefined ? undefined : Number(terminal),
    env: variable === '' ? {} : { [variable]: value },
  });
  const exit = result.exit === 0 ? '' : `${result.exit}\n`;
  const texts = { out: result.out, err: result.err, exit };
  const isNew = Object.keys(texts).every((file) => !existsSync(join(directory, file)));
  for (const [file, text] of Object.entries(texts)) {
    const path = join(directory, file);
    if (process.env.UPDATE_CASES) rmSync(path, { force: true });
    if ((isNew && !process.env.CI) || process.env.UPDATE_CASES) if (text !== '') writeFileSync(path, text);
    expect(text, path).toBe(existsSync(path) ? readFileSync(path, 'utf8') : '');
  }
}
