import fc from 'fast-check';
import { it } from 'vitest';
import type { Database } from './databases.ts';
import { sameAnswers } from './same-answers.ts';
import { anyTyped, QUESTIONS, TABLE } from './typed-table.ts';

/** What is held of every database. */
export function itKeepsTheContract({ store, hasRows, runs = 25 }: Pick<Database, 'store' | 'hasRows' | 'runs'>): void {
  it('answers every shape of question as the reference engine and the kernel do', async () => {
    const source = await store(TABLE);
    for (const [shape, question] of Object.entries(QUESTIONS)) await sameAnswers(source, question, hasRows, shape);
  });

  it('answers any question about any table as the reference engine does', async () => {
    await fc.assert(
      fc.asyncProperty(anyTyped, async ({ table, question }) =>
        sameAnswers(await store(table), question, hasRows, 'any'),
      ),
      { numRuns: runs, seed: 2025 },
    );
  });
}
