import fc from 'fast-check';
import { expect } from 'vitest';
import { kernelEngine } from '../../src/engine/kernel/engine.ts';
import { referenceEngine } from '../../src/engine/reference.ts';
import { anyRun, anyTable } from './any-table.ts';
import { answer, sourceOf } from './table.ts';

/** Holds the kernel against the reference engine on random tables; threads are used in a share of the runs. */
export async function holdsOnRandomTables(runs: number, seed: number, threaded: number): Promise<void> {
  let run = 0;
  await fc.assert(
    fc.asyncProperty(anyTable, anyRun, async (table, { block, threads, piece }) => {
      const expected = await answer(referenceEngine, sourceOf(table), table.question);
      const shared = run++ % threaded === 0 ? Math.max(2, threads) : 1;
      const engine = kernelEngine({ block, threads: shared, smallest: 0 });
      const source = sourceOf(table, shared > 1 ? undefined : piece);
      expect(await answer(engine, source, table.question)).toEqual(expected);
    }),
    { numRuns: runs, seed },
  );
}
