import { describe, expect, it } from 'vitest';
import { kernelEngine } from '../../src/engine/kernel/engine.ts';
import { referenceEngine } from '../../src/engine/reference.ts';
import { answer, sourceOf } from './table.ts';
import { CASES } from './text-tables.ts';

describe('the kernel', () => {
  it.for(Object.entries(CASES))('equals the reference engine on %s', async ([, table]) => {
    const expected = await answer(referenceEngine, sourceOf(table), table.question);
    expect(await answer(kernelEngine(), sourceOf(table), table.question)).toEqual(expected);
    for (const piece of [1, 3, 64, 1000]) {
      const stream = sourceOf(table, piece);
      expect(await answer(kernelEngine({ block: 64 }), stream, table.question), `pieces of ${piece}`).toEqual(expected);
    }
    const shared = kernelEngine({ block: 64, threads: 2, smallest: 0 });
    expect(await answer(shared, sourceOf(table), table.question), 'two threads').toEqual(expected);
  });
});
