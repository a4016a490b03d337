import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { random } from '../random.ts';

/*
 * What becomes of a project whose build is killed, runs out of disk, or runs twice at once: the built program, as
 * `npm run build` makes it.
 */
const PROGRAM = new URL('../../bin/border-stats.js', import.meta.url).pathname;
const SAMPLES = new URL('../../data/samples/', import.meta.url).pathname;
const OUTPUTS = Array.from({ length: 12 }, (_, i) => `figures/${i}.csv`);

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'border-stats-faults-'));
  project(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function project(at: string): void {
  cpSync(SAMPLES, join(at, 'exports'), { recursive: true });
  const every = ['month', 'quarter', 'half', 'year'];
  const outputs = OUTPUTS.map(
    (file, i) => `  - file: ${file}\n    source: crossings\n    run: trend --every ${every[i % 4]} --by checkpoint\n`,
  );
  const text = `sources:\n  crossings:\n    files: exports/crossings.csv\noutputs:\n${outputs.join('')}`;
  writeFileSync(join(at, 'border-stats.yaml'), text);
}

const build = (at: string) => execFileSync(process.execPath, [PROGRAM, 'build', '--write', at], { encoding: 'utf8' });
const made = (at: string) => OUTPUTS.map((file) => readFileSync(join(at, file), 'utf8'));

/** Starts a build and ends it by force after so many milliseconds. */
function killedBuild(after: number): Promise<void> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [PROGRAM, 'build', '--write', folder], { stdio: 'ignore' });
    const timer = setTimeout(() => child.kill('SIGKILL'), after);
    child.on('close', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

test('a build that is killed leaves each file whole, and the next one mends it', async () => {
  build(folder);
  const whole = made(folder);
  const { uniform: next } = random(7);
  for (let i = 0; i < 100; i++) {
    for (const file of OUTPUTS) if (next() < 0.5) rmSync(join(folder, file), { force: true });
    await killedBuild(100 + next() * 500);
    for (const [at, file] of OUTPUTS.entries()) {
      const path = join(folder, file);
      if (existsSync(path)) expect(readFileSync(path, 'utf8'), `${file}, build ${i}`).toBe(whole[at]);
    }
    if (i % 10 === 9) {
      build(folder);
      expect(made(folder)).toEqual(whole);
      expect(readdirSync(join(folder, 'figures')).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    }
  }
}, 300_000);

test('two builds at once make the same files', async () => {
  build(folder);
  const whole = made(folder);
  rmSync(join(folder, 'figures'), { recursive: true });
  await Promise.all([killedBuild(60_000), killedBuild(60_000), killedBuild(60_000)]);
  expect(made(folder)).toEqual(whole);
}, 120_000);

/** A small disk of its own; null where one may not be mounted. */
function smallDisk(size: string): string | null {
  const disk = mkdtempSync(join(tmpdir(), 'border-stats-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', disk], { stdio: 'ignore' });
    return disk;
  } catch {
    rmSync(disk, { recursive: true });
    return null;
  }
}

function remove(disk: string): void {
  execFileSync('umount', [disk]);
  rmSync(disk, { recursive: true });
}

test('a folder that is read only is told, and the next build mends it', (context) => {
  const disk = smallDisk('4m');
  if (disk === null) return context.skip('no disk may be mounted here');
  try {
    project(disk);
    build(disk);
    const whole = made(disk);
    rmSync(join(disk, OUTPUTS[3] ?? ''));
    execFileSync('mount', ['-o', 'remount,ro', disk]);
    const refused = spawnResult(disk);
    expect(refused.status).toBe(3);
    expect(refused.stdout).toMatch(/^figures\/3.csv,failed,figures\/3.csv: cannot be written \(EROFS\): /m);
    execFileSync('mount', ['-o', 'remount,rw', disk]);
    build(disk);
    expect(made(disk)).toEqual(whole);
  } finally {
    remove(disk);
  }
}, 60_000);

test('a full disk is told, and leaves no half of a file', (context) => {
  const disk = smallDisk('64k');
  if (disk === null) return context.skip('only who may mount a small disk can fill one');
  try {
    project(disk);
    const full = spawnResult(disk);
    expect(full.stdout + full.stderr).toMatch(/cannot be (written|made) \(ENOSPC\)/);
    expect(full.status).toBe(3);
    mkdirSync(join(disk, 'figures'), { recursive: true });
    const left = readdirSync(join(disk, 'figures'));
    expect(left.filter((name) => name.endsWith('.tmp'))).toEqual([]);
    for (const name of left) expect(readFileSync(join(disk, 'figures', name), 'utf8').endsWith('\n')).toBe(true);
  } finally {
    remove(disk);
  }
}, 60_000);

function spawnResult(at: string): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [PROGRAM, 'build', '--write', at, '-f', 'csv'], { encoding: 'utf8' });
}
