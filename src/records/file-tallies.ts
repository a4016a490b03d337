import {
  type Engine,
  type Place,
  type Question,
  REJECT_EXAMPLES,
  type Reject,
  type Tally,
  type TallyResult,
} from '../engine/engine.ts';
import { addMeasured, emptyMeasured, type OpenMeasured } from '../engine/measured.ts';
import type { SourceTable } from '../source/source.ts';

/** The tallies of each file by itself; their places count the files of the whole source. */
export async function fileTallies(engine: Engine, source: SourceTable, question: Question): Promise<TallyResult[]> {
  const results: TallyResult[] = [];
  for (const [file, one] of source.files.entries()) {
    const { tallies, records, rejects } = await engine.tally({ ...source, files: [one] }, question);
    results.push({
      tallies: file === 0 ? tallies : tallies.map((tally) => ({ ...tally, first: { ...tally.first, file } })),
      records,
      rejects: rejects.map((reject) => ({
        ...reject,
        examples: reject.examples.map((example) => ({ ...example, file })),
      })),
    });
  }
  return results;
}

/** The question that keeps each distinct record apart. */
export const recordQuestion = ({ header }: SourceTable, { measures }: Question): Question => ({
  keys: header.map((_, column) => ({ column })),
  measures,
});

/** Tallies of whole records as those of another question about the same measures; a column past the last is the file. */
export function asAsked({ tallies, ...result }: TallyResult, { keys }: Question, source: SourceTable): TallyResult {
  const partOf = ({ key, first }: Tally, column: number) =>
    column < source.header.length ? (key[column] ?? '') : fileName(source, first);
  const shorter = tallies.map((tally) => ({
    ...tally,
    key: keys.map(({ column, length }) => partOf(tally, column).slice(0, length)),
  }));
  return { ...result, tallies: shorter };
}

/** With the name of the file as one more part of each key. */
export function withFileNames({ tallies, ...result }: TallyResult, source: SourceTable, at: number): TallyResult {
  const named = tallies.map((tally) => ({ ...tally, key: tally.key.toSpliced(at, 0, fileName(source, tally.first)) }));
  return { ...result, tallies: named };
}

const fileName = ({ files }: SourceTable, { file }: Place): string => files[file]?.name ?? '';

interface OpenTally extends Tally {
  records: number;
  readonly measures: readonly OpenMeasured[];
}

/** The tallies of several files as one: equal keys are put together. */
export function combined(results: readonly TallyResult[]): TallyResult {
  const known = new Map<string, OpenTally>();
  for (const { tallies } of results) {
    for (const tally of tallies) {
      const id = JSON.stringify(tally.key);
      const open = known.get(id) ?? { ...tally, records: 0, measures: tally.measures.map(emptyMeasured) };
      known.set(id, open);
      open.records += tally.records;
      for (const [i, measured] of tally.measures.entries()) addMeasured(open.measures[i] as OpenMeasured, measured);
    }
  }
  return {
    tallies: [...known.values()],
    records: results.reduce((sum, { records }) => sum + records, 0),
    rejects: combinedRejects(results.flatMap(({ rejects }) => rejects)),
  };
}

/** By column, whole records first, then by reason, as an engine gives them. */
function combinedRejects(rejects: readonly Reject[]): Reject[] {
  const kinds = new Map<string, Reject>();
  for (const reject of rejects) {
    const id = `${reject.column ?? ''} ${reject.reason}`;
    const { count, examples } = kinds.get(id) ?? { count: 0, examples: [] };
    kinds.set(id, {
      ...reject,
      count: count + reject.count,
      examples: [...examples, ...reject.examples].slice(0, REJECT_EXAMPLES),
    });
  }
  return [...kinds.values()].sort(
    (a, b) => (a.column ?? -1) - (b.column ?? -1) || (a.reason < b.reason ? -1 : a.reason > b.reason ? 1 : 0),
  );
}
