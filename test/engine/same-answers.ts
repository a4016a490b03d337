import { expect } from 'vitest';
import type { Question, TallyResult } from '../../src/engine/engine.ts';
import { kernelEngine } from '../../src/engine/kernel/engine.ts';
import { referenceEngine } from '../../src/engine/reference.ts';
import { relationalEngine } from '../../src/engine/relational.ts';
import { type Place, publishedPlace } from '../../src/source/place.ts';
import type { SourceTable } from '../../src/source/source.ts';
import { toldTallies } from './table.ts';

/** Holds what a database answers against the reference engine and the kernel, which read the same rows as text. */
export async function sameAnswers(
  source: SourceTable,
  question: Question,
  hasRows: boolean,
  shape: string,
): Promise<void> {
  const answers = await Promise.all(
    [referenceEngine, kernelEngine(), relationalEngine].map((engine) => engine.tally(source, question)),
  );
  const [reference, kernel, database] = answers.map((one) => told(one, source, hasRows));
  expect(kernel, `${shape}: kernel`).toEqual(reference);
  expect(database, `${shape}: database`).toEqual(reference);
}

/** Holds what a database answers against what the reference engine reads in the file that its records come from. */
export async function sameAsFile(stored: SourceTable, file: SourceTable, question: Question): Promise<void> {
  const [database, reference] = await Promise.all([
    relationalEngine.tally(stored, question),
    referenceEngine.tally(file, question),
  ]);
  const { tallies, records } = told(reference, file, false);
  const whole = reference.rejects.filter(({ column }) => column === null).reduce((sum, { count }) => sum + count, 0);
  const answer = told(database, stored, false);
  expect({ tallies: answer.tallies, records: answer.records }, file.files[0]?.name).toEqual({
    tallies,
    records: records - whole,
  });
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
