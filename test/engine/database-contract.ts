import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DEFAULT_NULLS } from '../../src/source/profile.ts';
import type { SourceTable } from '../../src/source/source.ts';
import { sourceRecords } from '../../src/source/source-records.ts';
import { type Database, opened } from './databases.ts';
import { sameAnswers, sameAsFile } from './same-answers.ts';
import { anyTyped, QUESTIONS, TABLE, type TypedTable } from './typed-table.ts';

/** What is held of every database; with all fixtures, or one of so many where time is short, and so many made up tables. */
export function itKeepsTheContract(
  { store, hasRows }: Pick<Database, 'store' | 'hasRows'>,
  oneOf = 1,
  numRuns = 25,
): void {
  it('answers every shape of question as the reference engine and the kernel do', async () => {
    const source = await store(TABLE);
    for (const [shape, question] of Object.entries(QUESTIONS)) await sameAnswers(source, question, hasRows, shape);
  });

  it('answers any question about any table as the reference engine does', async () => {
    await fc.assert(
      fc.asyncProperty(anyTyped, async ({ table, question }) =>
        sameAnswers(await store(table), question, hasRows, 'any'),
      ),
      { numRuns, seed: 2025 },
    );
  });

  it('answers about the records of fixtures as the reference engine does about the file', async () => {
    let held = 0;
    const paths = small(FIXTURES).filter((_, i) => i % oneOf === 0);
    for (const path of paths) {
      const file = await opened(path).catch(() => null);
      if (file === null) continue;
      const last = file.header.length - 1;
      const keys = file.header.map((_, column) => ({ column }));
      const measures = [last, Math.max(0, last - 1)].map((column) => ({
        column,
        nulls: DEFAULT_NULLS,
        scientific: false,
      }));
      const stored = await store(await asTexts(file));
      await sameAsFile(stored, file, { keys: keys.slice(0, 2), measures });
      await sameAsFile(stored, file, { keys, measures: [] });
      held++;
    }
    expect(held).toBeGreaterThan(paths.length * 0.8);
  });
}

const FIXTURES = new URL('../../fixtures', import.meta.url).pathname;

const small = (folder: string): string[] =>
  readdirSync(folder)
    .map((name) => join(folder, name))
    .filter((path) => /\.[ct]sv$/.test(path) && statSync(path).size < 4096);

/** The records of a file under columns of text. */
async function asTexts(file: SourceTable): Promise<TypedTable> {
  const rows: (readonly string[])[] = [];
  for await (const batch of sourceRecords(file)) {
    for (const { fields, ragged } of batch) if (ragged === null) rows.push(fields.slice(0, file.header.length));
  }
  return { columns: file.header.map((_, i) => ({ name: `column ${i}`, type: 'text' })), rows };
}
