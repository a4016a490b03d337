import { expect, it } from 'vitest';
import { holdsOnRandomTables } from './random.ts';

it('equals the reference engine on random tables', async () => {
  await expect(holdsOnRandomTables(400, 2025, 10)).resolves.toBeUndefined();
}, 20_000);
