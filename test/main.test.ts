import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from './run.ts';

let folder: string;
let hostile: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'border-stats-'));
  hostile = join(folder, 'hostile.csv');
  writeFileSync(hostile, 'month,post,n\n2024-01,\u001B[2J\u202E\u009B,5\n2024-02,\u001B[2J\u202E\u009B,7\n');
});

afterAll(() => rmSync(folder, { recursive: true }));

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const UNSAFE = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202E]/;

describe('controls in a cell', () => {
  test.each(['table', 'csv', 'tsv', 'json', 'ndjson', 'md'])('never reach a terminal as %s', async (format) => {
    const { out, exit } = await run(`border-stats trend ${hostile} --by post --color never -f ${format}`, {
      terminal: 120,
    });
    expect(exit).toBe(0);
    expect(out).toContain('2024-02');
    expect(out).not.toMatch(UNSAFE);
  });

  test('are kept in a pipe and in a file, where a program reads them', async () => {
    const { out } = await run(`border-stats trend ${hostile} --by post -f csv`);
    expect(out).toContain('\u001B[2J\u202E\u009B');
    const file = join(folder, 'out.csv');
    await run(`border-stats trend ${hostile} --by post -o ${file}`, { terminal: 120 });
    expect(readFileSync(file, 'utf8')).toBe(out);
  });
});

describe('colour', () => {
  const coloured = async (line: string, env: Record<string, string> = {}, terminal?: number) =>
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the codes of colours begin with one
    /\u001B\[/.test((await run(`border-stats trend ${hostile} -f table ${line}`, { env, terminal })).out);

  test('is for terminals unless FORCE_COLOR or --color says otherwise', async () => {
    expect(await coloured('', {}, 80)).toBe(true);
    expect(await coloured('')).toBe(false);
    expect(await coloured('', { FORCE_COLOR: '1' })).toBe(true);
    expect(await coloured('--color always')).toBe(true);
    expect(await coloured('--color never', { FORCE_COLOR: '1' }, 80)).toBe(false);
    expect(await coloured('', { NO_COLOR: '1' }, 80)).toBe(false);
  });

  test('does not get into a file by itself', async () => {
    const file = join(folder, 'out.txt');
    await run(`border-stats trend ${hostile} -o ${file}`, { terminal: 80, env: { FORCE_COLOR: '1' } });
    expect(readFileSync(file, 'utf8')).not.toMatch(UNSAFE);
  });
});

test('-o - is the standard output, with the ways of a terminal on one', async () => {
  const line = `border-stats trend ${hostile}`;
  expect(await run(`${line} -o -`, { terminal: 60 })).toEqual(await run(line, { terminal: 60 }));
  expect(await run(`${line} -o -`)).toEqual(await run(line));
});

describe('odd inputs', () => {
  const table = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const rows = ({ out }: { out: string }) =>
    out
      .split('\n')
      .slice(1, -1)
      .map((line) => line.split(',').slice(0, 4).join(','));

  test('a file with a header only does not hide the records of the next', async () => {
    const files = [table('none.csv', 'month,n\n'), table('some.csv', 'month,n\n2024-01,5\n')];
    expect(rows(await run(`border-stats trend ${files.join(' ')}`))).toEqual(['n,n,2024-01,5']);
    expect(rows(await run(`border-stats trend ${files.toReversed().join(' ')}`))).toEqual(['n,n,2024-01,5']);
  });

  test('names that every object of the language has are names like any other', async () => {
    const file = table('names.csv', 'constructor,month,n\nlength,2024-01,5\ntoString,2024-01,7\n');
    expect((await run(`border-stats trend ${file} --by constructor -f ndjson`)).out).toMatch(
      /^{"constructor": "length", .*\n{"constructor": "toString", /,
    );
  });

  test('a measure that is asked for twice is given once', async () => {
    const file = table('twice.csv', 'month,n\n2024-01,5\n');
    const { out, err } = await run(`border-stats trend ${file} --measure n,n --measure N`);
    expect(rows({ out })).toEqual(['n,n,2024-01,5']);
    expect(err).toBe('note: no profile knows this export: month tells the period; n is taken as a count, summed\n');
  });

  test('help for an unknown command names the nearest one', async () => {
    expect(await run('border-stats help trnd')).toMatchObject({
      exit: 2,
      err: "error: unknown command 'trnd'; did you mean trend?\nhint: border-stats --help lists commands and options\n",
    });
  });
});
