import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { removeAtEnd } from '../src/remove-at-end.ts';

const temporary = (): string => {
  const path = join(mkdtempSync(join(tmpdir(), 'border-stats-')), 'out.csv.1.tmp');
  writeFileSync(path, 'half of it');
  return path;
};

afterEach(() => vi.restoreAllMocks());

test('a signal removes what was begun, and then ends the program as ever', () => {
  const kill = vi.spyOn(process, 'kill').mockReturnValue(true);
  const path = temporary();
  removeAtEnd(path);
  process.emit('SIGINT', 'SIGINT');
  expect(existsSync(path)).toBe(false);
  expect(kill).toHaveBeenCalledExactlyOnceWith(process.pid, 'SIGINT');
});

test('nothing listens to signals while there is nothing to remove', () => {
  const before = process.listenerCount('SIGTERM');
  const isDone = removeAtEnd(temporary());
  expect(process.listenerCount('SIGTERM')).toBe(before + 1);
  isDone();
  expect(process.listenerCount('SIGTERM')).toBe(before);
});
