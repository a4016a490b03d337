import { expect, test } from 'vitest';
import { failures } from './mutations.ts';

test('ten thousand damaged files give an answer or a message', { timeout: 600_000 }, async () => {
  expect(await failures(10_000, 4)).toEqual([]);
});
