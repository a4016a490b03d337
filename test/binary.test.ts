import { execFile, spawn } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { DuckDBInstance } from '@duckdb/node-api';
import { beforeAll, describe, expect, it } from 'vitest';

const ROOT = new URL('..', import.meta.url).pathname;
const PROGRAM = `${ROOT}bin/border-stats.js`;
const LOADED = `${ROOT}test/loaded-packages.js`;
const call = promisify(execFile);

/** Runs the built program in an environment of its own. */
const program = (args: readonly string[], env: Record<string, string> = {}) =>
  call(process.execPath, [PROGRAM, ...args], { cwd: ROOT, env: { PATH: process.env.PATH, ...env } });

describe('the built program', () => {
  beforeAll(() => {
    if (!existsSync(`${ROOT}dist/bin.js`)) throw new Error('npm run build makes the program that these tests run');
  });

  it('prints the same bytes in every time zone and language', async () => {
    const args = ['trend', 'data/samples/armed-groups.csv', '--every', 'week', '--by', 'kind', '-f', 'json'];
    const places: Record<string, string>[] = [
      { TZ: 'UTC', LANG: 'C' },
      { TZ: 'Asia/Bangkok', LANG: 'th_TH.UTF-8', LC_ALL: 'th_TH.UTF-8' },
      { TZ: 'America/Los_Angeles', LANG: 'en_US.UTF-8' },
      { TZ: 'Pacific/Kiritimati', LC_ALL: 'C' },
    ];
    const outputs = await Promise.all(places.map((env) => program(args, env)));
    expect(new Set(outputs.map(({ stdout }) => stdout)).size).toBe(1);
    expect(outputs[0]?.stdout.length).toBeGreaterThan(1000);
  });

  it('exits 0 and says nothing when its reader goes away', async () => {
    const args = ['trend', 'data/samples/armed-groups.csv', '--every', 'day', '--by', 'kind', '-f', 'csv'];
    const child = spawn(process.execPath, [PROGRAM, ...args], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    child.stderr.on('data', (chunk) => {
      said += chunk;
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const exit = await new Promise((resolve) => child.once('close', resolve));
    expect({ exit, said }).toEqual({ exit: 0, said: '' });
  });

  it.skipIf(!existsSync('/dev/full'))('says so when its output cannot be written', async () => {
    const full = openSync('/dev/full', 'w');
    const args = ['trend', 'data/samples/crossings.csv', '-f', 'csv', '-q'];
    const child = spawn(process.execPath, [PROGRAM, ...args], { cwd: ROOT, stdio: ['ignore', full, 'pipe'] });
    let said = '';
    child.stderr?.on('data', (chunk) => {
      said += chunk;
    });
    const exit = await new Promise((resolve) => child.once('close', resolve));
    closeSync(full);
    expect({ exit, said }).toEqual({
      exit: 3,
      said: 'error: standard output cannot be written (ENOSPC)\nhint: no space is left there: make some, or choose another place\n',
    });
  });

  it('loads the package of a database for a source that lies in one, and for nothing else', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'border-stats-packages-'));
    const path = join(folder, 'posts.parquet');
    const connection = await (await DuckDBInstance.fromCache(':memory:')).connect();
    await connection.run(`COPY (SELECT * FROM 'data/samples/crossings.csv') TO '${path}'`);
    connection.closeSync();
    const loaded = async (...args: string[]) => {
      const { stderr } = await call(process.execPath, ['--import', LOADED, PROGRAM, ...args], { cwd: ROOT });
      return [...stderr.matchAll(/^loaded ((?:@[^/]+\/)?[^/]+)/gm)].map(([, name]) => name);
    };
    expect(await loaded('--help')).toEqual([]);
    expect(await loaded('trend', 'data/samples/crossings.csv')).toEqual([]);
    expect(new Set(await loaded('trend', path))).toContain('@duckdb/node-bindings');
    rmSync(folder, { recursive: true });
  });

  it('exits with the code of the error and prints no stack', async () => {
    const failure = await program(['trend', 'nowhere.csv']).catch((error) => error);
    expect(failure).toMatchObject({
      code: 3,
      stdout: '',
      stderr: expect.stringMatching(/^error: nowhere\.csv: there is no such file\nhint: /),
    });
  });
});
