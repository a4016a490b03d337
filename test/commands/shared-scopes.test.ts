import { expect, test } from 'vitest';
import type { Program } from '../../src/cli/command.ts';
import { SharedScopes } from '../../src/commands/shared-scopes.ts';

/** A program of which only is known which one it is. */
function numbered(): Program {
  let made = 0;
  const program = (number: number) => ({ version: String(number), apart: () => program(++made) }) as unknown as Program;
  return program(0);
}

const use = (scopes: SharedScopes, item: number) => scopes.within(item, async ({ version }) => version);

test('what reads the same files shares a program, and comes one after the other', async () => {
  const scopes = new SharedScopes([['a.csv'], ['b.csv'], ['./a.csv', 'c.csv'], [], ['c.csv']], numbered());
  expect(scopes.order).toEqual([0, 2, 4, 1, 3]);
  const used: string[] = [];
  for (const item of scopes.order) used.push(await use(scopes, item));
  expect(used).toEqual(['1', '1', '1', '2', '3']);
});

test('what was shared is let go of with the last that needs it, also where that fails', async () => {
  const scopes = new SharedScopes([['a.csv'], ['a.csv']], numbered());
  expect(await use(scopes, 0)).toBe('1');
  await expect(scopes.within(1, () => Promise.reject(new RangeError('no')))).rejects.toThrow('no');
  expect(await use(scopes, 0)).toBe('2');
});

test('a table of a server is told from others by its address', async () => {
  const [one, other] = ['postgres://host/database/a', 'postgres://host/database/b'];
  expect(new SharedScopes([[one], [other], [one]], numbered()).order).toEqual([0, 2, 1]);
});
