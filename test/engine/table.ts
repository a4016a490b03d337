import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Engine, Measured, Question, Tally, TallyResult } from '../../src/engine/engine.ts';
import { measuredAt } from '../../src/engine/measured.ts';
import { type Exact, plainText } from '../../src/math/exact.ts';
import { columnsOf } from '../../src/series/columns-of.ts';
import { utf8 } from '../../src/source/encoding.ts';
import type { Source, SourceFile } from '../../src/source/source.ts';
import { temporaryFolder } from '../../src/source/temporary-folder.ts';

/** A table as the bytes of its files, and what to ask of it. */
export interface Asked {
  readonly files: readonly Uint8Array[];
  readonly delimiter: string;
  readonly width: number;
  readonly question: Question;
}

const folder = temporaryFolder();

/** The source of a table: on disk, or as streams that arrive in pieces of `piece` bytes. */
export function sourceOf({ files, delimiter, width }: Asked, piece?: number): Source {
  return {
    files: files.map((bytes, i) =>
      piece === undefined ? onDisk(`${i}.csv`, bytes) : inPieces(`${i}.csv`, bytes, piece),
    ),
    dialect: { delimiter },
    header: Array.from({ length: width }, (_, i) => `column ${i}`),
    notes: [],
  } as unknown as Source;
}

function onDisk(name: string, bytes: Uint8Array): SourceFile {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return { name, path, bytes: () => utf8(name, [bytes]) };
}

function inPieces(name: string, bytes: Uint8Array, piece: number): SourceFile {
  const pieces = function* () {
    for (let at = 0; at < bytes.length; at += piece) yield bytes.slice(at, at + piece);
  };
  return { name, path: null, bytes: () => utf8(name, pieces()) };
}

/** The answer of an engine with exact values as text, or the message of its error. */
export async function answer(engine: Engine, source: Source, question: Question): Promise<unknown> {
  try {
    const result = await engine.tally(source, question);
    expect(byColumns(result, question)).toEqual(Array.from(result.tallies, byRow));
    return toldTallies(result);
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'UserError') throw error;
    return error.message;
  }
}

/** The tallies as their columns tell them, which is how series are made of them. */
function byColumns({ tallies }: TallyResult, { keys, measures }: Question) {
  const columns = columnsOf(tallies);
  const parts = keys.map((_, part) => columns.key(part));
  const fields = measures.map((_, measure) => columns.measured(measure));
  return Array.from({ length: tallies.length }, (_, i) => ({
    key: parts.map(({ texts, places }) => texts[places[i] ?? 0]),
    records: columns.records(i),
    measures: fields.map((field) => toldMeasured(measuredAt(field, i))),
  }));
}

const byRow = ({ key, records, measures }: Tally) => ({ key, records, measures: measures.map(toldMeasured) });

export const toldTallies = (result: TallyResult) => ({
  ...result,
  tallies: Array.from(result.tallies, (tally) => ({ ...tally, measures: tally.measures.map(toldMeasured) })),
});

const toldMeasured = ({ sum, min, max, ...counts }: Measured) => ({
  ...counts,
  sum: text(sum),
  min: text(min),
  max: text(max),
});

const text = (value: Exact | null): string | null => (value === null ? null : plainText(value));
