import { expect, it } from 'vitest';
import { holdsOnRandomTables } from './random.ts';

it('equals the reference engine on 20,000 random tables', async () => {
  await expect(holdsOnRandomTables(20_000, Number(process.env.SEED ?? 1), 20)).resolves.toBeUndefined();
}, 1_800_000);
