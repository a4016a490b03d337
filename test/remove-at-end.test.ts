import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';

let removeAtEnd: typeof import('../src/remove-at-end.ts')['removeAtEnd'];

/** A module of its own, since what others keep must outlive these tests. */
beforeEach(async () => {
  vi.resetModules();
  ({ removeAtEnd } = await import('../src/remove-at-end.ts'));
});

afterEach(() => vi.restoreAllMocks());

const folder = mkdtempSync(join(tmpdir(), 'border-stats-begun-'));
afterAll(() => rmSync(folder, { recursive: true }));

let begun = 0;

const temporary = (): string => {
  const path = join(folder, `out.csv.${++begun}.tmp`);
  writeFileSync(path, 'half of it');
  return path;
};

test('a signal removes what was begun, and then ends the program as ever', () => {
  const kill = vi.spyOn(process, 'kill').mockReturnValue(true);
  const listened = vi.spyOn(process, 'prependListener');
  const path = temporary();
  removeAtEnd(path);
  const listener = listened.mock.calls.find(([name]) => String(name) === 'SIGINT')?.[1] as unknown as (
    signal: string,
  ) => void;
  vi.spyOn(process, 'listenerCount').mockReturnValue(0);
  listener('SIGINT');
  expect(existsSync(path)).toBe(false);
  expect(kill).toHaveBeenCalledExactlyOnceWith(process.pid, 'SIGINT');
});

test('nothing listens to signals while there is nothing to remove', () => {
  const before = process.listenerCount('SIGTERM');
  const callOff = [temporary(), temporary()].map((path) => removeAtEnd(path));
  expect(process.listenerCount('SIGTERM')).toBe(before + 1);
  callOff[0]?.();
  expect(process.listenerCount('SIGTERM')).toBe(before + 1);
  callOff[1]?.();
  expect(process.listenerCount('SIGTERM')).toBe(before);
});
