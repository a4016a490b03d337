import { expect, test } from 'vitest';
import { failures } from './mutations.ts';

test('a damaged file gives an answer or a message, never another exception', { timeout: 60_000 }, async () => {
  expect(await failures(1000, 20_25)).toEqual([]);
});
