import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Question, TallyResult } from '../../src/engine/engine.ts';
import { kernelEngine } from '../../src/engine/kernel/engine.ts';
import { referenceEngine } from '../../src/engine/reference.ts';
import { relationalEngine } from '../../src/engine/relational.ts';
import type { Place } from '../../src/source/place.ts';
import { publishedPlace } from '../../src/source/place.ts';
import type { SourceTable } from '../../src/source/source.ts';
import { DATABASES } from './databases.ts';
import { toldTallies } from './table.ts';
import { anyTyped, QUESTIONS, TABLE } from './typed-table.ts';

describe.each(DATABASES.filter(({ missing }) => missing === null))('$name', ({ store, hasRows, anyTables }) => {
  it('answers every shape of question as the reference engine and the kernel do', async () => {
    const source = await store(TABLE);
    for (const [shape, question] of Object.entries(QUESTIONS)) await sameAnswers(source, question, hasRows, shape);
  });

  it.runIf(anyTables)('answers any question about any table as the reference engine does', async () => {
    await fc.assert(
      fc.asyncProperty(anyTyped, async ({ table, question }) =>
        sameAnswers(await store(table), question, hasRows, 'any'),
      ),
      { numRuns: 25, seed: 2025 },
    );
  });
});

it.each(DATABASES.filter(({ missing }) => missing !== null))('$name is not asked: $missing', () => undefined);

async function sameAnswers(source: SourceTable, question: Question, hasRows: boolean, shape: string): Promise<void> {
  const answers = await Promise.all(
    [referenceEngine, kernelEngine(), relationalEngine].map((engine) => engine.tally(source, question)),
  );
  const [reference, kernel, database] = answers.map((one) => told(one, source, hasRows));
  expect(kernel, `${shape}: kernel`).toEqual(reference);
  expect(database, `${shape}: database`).toEqual(reference);
}

/** An answer with its places as a person is told them; without them where rows have none, then in the order of the keys. */
function told(result: TallyResult, source: SourceTable, hasRows: boolean) {
  const place = (one: Place) => (hasRows ? publishedPlace(source, one).line : null);
  const { tallies, records, rejects } = toldTallies(result);
  const all = tallies.map((tally) => ({ ...tally, first: place(tally.first) }));
  return {
    records,
    tallies: hasRows ? all : all.sort((a, b) => (JSON.stringify(a.key) < JSON.stringify(b.key) ? -1 : 1)),
    rejects: rejects.map(({ examples, ...reject }) => ({
      ...reject,
      ...(hasRows && { examples: examples.map(({ text, ...one }) => ({ text, row: place(one) })) }),
    })),
  };
}
