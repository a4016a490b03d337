import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { toJsonSchema } from '@valibot/to-json-schema';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../src/commands/index.ts';
import { ProjectFile } from '../src/config/project.ts';
import { temporaryFolder } from '../src/source/temporary-folder.ts';
import { run } from './run.ts';

const call = promisify(execFile);
const root = (path: string): string => new URL(`../${path}`, import.meta.url).pathname;
const read = (path: string): string => readFileSync(root(path), 'utf8');

/** The blocks of a page that show a command and what it prints on a terminal of 100 columns. */
const BLOCK = /```console\n\$ (border-stats [^\n]*)\n([\s\S]*?)```/g;

/** What a command line prints on a terminal; one in a pipe reads what the one before it prints. */
async function shown(line: string): Promise<{ out: string; err: string }> {
  const [last = '', ...before] = line.split(' | ').toReversed();
  let [stdin, told]: [string | undefined, string] = [undefined, ''];
  for (const first of before.toReversed()) {
    const { out, err } = await run(first, { stdin });
    stdin = join(temporaryFolder(), 'piped.csv');
    writeFileSync(stdin, out);
    told += err;
  }
  const { out, err } = await run(last, { stdin, terminal: 100, env: { NO_COLOR: '1' } });
  return { out: told + out, err };
}

describe('README', () => {
  it('shows what its commands print', async () => {
    const page = read('README.md');
    let current = page;
    for (const [block, line = ''] of page.matchAll(BLOCK)) {
      const { out, err } = await shown(line);
      current = current.replace(block, () => `\`\`\`console\n$ ${line}\n${out}${err}\`\`\``);
    }
    if (process.env.UPDATE_DOCS) writeFileSync(root('README.md'), current);
    else expect(page, 'npm run docs writes it anew').toBe(current);
  });

  it('shows at least five examples', () => {
    expect([...read('README.md').matchAll(BLOCK)].length).toBeGreaterThanOrEqual(5);
  });

  it('shows a program that runs and prints what it says', async () => {
    const [, program = ''] = /```js\n([\s\S]*?)```/.exec(read('README.md')) ?? [];
    const said = / \/\/ (.*)$/m.exec(program)?.[1];
    const { stdout } = await call(process.execPath, ['--input-type=module', '-e', program], { cwd: root('') });
    expect(stdout.trim()).toBe(said);
  });

  it('names every command', () => {
    expect(Object.keys(COMMANDS).filter((name) => !read('README.md').includes(`\`${name}\``))).toEqual([]);
  });

  it('names every built-in profile', () => {
    const profiles = readdirSync(root('data/profiles')).map((file) => file.replace('.yaml', ''));
    expect(profiles.filter((name) => !read('README.md').includes(`\`${name}\``))).toEqual([]);
  });
});

describe('the schema of border-stats.yaml', () => {
  it('is published as the program checks it', () => {
    const schema = toJsonSchema(ProjectFile, { typeMode: 'input', errorMode: 'ignore' });
    const current = `${JSON.stringify({ title: 'border-stats.yaml', ...schema }, null, 2)}\n`;
    if (process.env.UPDATE_DOCS) writeFileSync(root('data/border-stats.schema.json'), current);
    else expect(read('data/border-stats.schema.json'), 'npm run docs writes it anew').toBe(current);
  });
});

describe('src/README', () => {
  it('says of each dependency why this one', () => {
    const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> };
    expect(Object.keys(dependencies).filter((name) => !read('src/README.md').includes(`| ${name} |`))).toEqual([]);
  });
});

describe('every command', () => {
  it.each(Object.entries(COMMANDS))('%s has examples, and says what each option is for', async (name, { load }) => {
    const { default: command } = await load();
    expect(command.name).toBe(name);
    expect(command.examples.length).toBeGreaterThanOrEqual(3);
    expect(command.options.filter(({ description }) => description === '')).toEqual([]);
  });
});
