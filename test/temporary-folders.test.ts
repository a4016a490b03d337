import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';

const ROOT = new URL('..', import.meta.url).pathname;
const PROGRAM = `${ROOT}bin/border-stats.js`;
/** More than a pipe holds, so that a run waits for its reader. */
const LONG = ['data/samples/armed-groups.csv', '--every', 'day', '--by', 'kind', '-f', 'json'];

const folder = mkdtempSync(join(tmpdir(), 'border-stats-left-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The built program, with a folder of its own for what it keeps. */
function started(name: string, args: readonly string[]) {
  const kept = join(folder, name);
  mkdirSync(kept);
  const env = { PATH: process.env.PATH, TMPDIR: kept };
  const child = spawn(process.execPath, [PROGRAM, 'trend', ...args], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = new Promise<number | string | null>((resolve) => {
    child.once('close', (code, signal) => resolve(signal ?? code));
  });
  return { child, ended, kept: () => readdirSync(kept) };
}

describe('a run that keeps something for DuckDB leaves nothing behind', () => {
  it('when it ends', async () => {
    const { child, ended, kept } = started('ends', ['fixtures/bts.parquet']);
    child.stdout.resume();
    expect([await ended, kept()]).toEqual([0, []]);
  });

  it('when it fails', async () => {
    const { child, ended, kept } = started('fails', ['fixtures/bts.parquet', '--by', 'colour']);
    child.stdout.resume();
    expect([await ended, kept()]).toEqual([2, []]);
  });

  it('when its reader goes away', async () => {
    const { child, ended, kept } = started('reader', [...LONG, '--engine', 'duckdb']);
    child.stdout.once('data', () => child.stdout.destroy());
    expect([await ended, kept()]).toEqual([0, []]);
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('when it is stopped by %s, which still ends it', async (signal) => {
    const { child, ended, kept } = started(signal, [...LONG, '--engine', 'duckdb']);
    while (kept().length === 0) await setTimeout(5);
    child.kill(signal);
    child.stdout.resume();
    expect([await ended, kept()]).toEqual([signal, []]);
  });
});
