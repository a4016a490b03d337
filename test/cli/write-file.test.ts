import { execFileSync } from 'node:child_process';
import {
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeFile } from '../../src/cli/write-file.ts';
import { EXIT } from '../../src/errors.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'border-stats-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

test('a file holds all pieces in their order, and nothing else is left behind', async () => {
  await writeFile(join(folder, 'out.csv'), ['month,n\n', '2024-01,', '5\n']);
  expect(readFileSync(join(folder, 'out.csv'), 'utf8')).toBe('month,n\n2024-01,5\n');
  expect(readdirSync(folder)).toEqual(['out.csv']);
});

test('pieces that fail leave the old file whole and nothing beside it', async () => {
  const path = join(folder, 'out.csv');
  writeFileSync(path, 'old\n');
  function* failing() {
    yield 'new\n';
    throw new RangeError('mid-way');
  }
  await expect(writeFile(path, failing())).rejects.toThrow('mid-way');
  expect(readFileSync(path, 'utf8')).toBe('old\n');
  expect(readdirSync(folder)).toEqual(['out.csv']);
});

test('a folder that is not there is an error of the input, with the path as the user wrote it', async () => {
  const path = join(folder, 'none', 'out.csv');
  await expect(writeFile(path, ['x'])).rejects.toMatchObject({
    message: `${path}: cannot be written (ENOENT)`,
    exitCode: EXIT.input,
  });
});

test('a folder is not overwritten', async () => {
  await expect(writeFile(folder, ['x'])).rejects.toMatchObject({ exitCode: EXIT.input });
  expect(statSync(folder).isDirectory()).toBe(true);
});

test('what is no regular file, such as /dev/stdout or a pipe, is written to and not replaced', async () => {
  const path = join(folder, 'pipe');
  execFileSync('/bin/sh', ['-c', `mkfifo '${path}'`]);
  const { createReadStream } = await import('node:fs');
  const read = createReadStream(path, 'utf8').toArray();
  await writeFile(path, ['month,n\n', '2024-01,5\n']);
  expect((await read).join('')).toBe('month,n\n2024-01,5\n');
  expect(lstatSync(path).isFIFO()).toBe(true);
});

test('a link stays a link, and what it leads to is written', async () => {
  writeFileSync(join(folder, 'target.csv'), 'old\n');
  symlinkSync('target.csv', join(folder, 'link.csv'));
  await writeFile(join(folder, 'link.csv'), ['new\n']);
  expect(lstatSync(join(folder, 'link.csv')).isSymbolicLink()).toBe(true);
  expect(readFileSync(join(folder, 'target.csv'), 'utf8')).toBe('new\n');
});

test('a file that only its owner may read stays so', async () => {
  const path = join(folder, 'mine.csv');
  writeFileSync(path, 'old', { mode: 0o600 });
  await writeFile(path, ['new']);
  expect(statSync(path).mode & 0o777).toBe(0o600);
});
