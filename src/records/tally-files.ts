import type { Engine, Question, TallyResult } from '../engine/engine.ts';
import type { Note } from '../note.ts';
import type { Source } from '../source/source.ts';
import { asAsked, combined, fileTallies, recordQuestion, withFileNames } from './file-tallies.ts';
import { type IdenticalPolicy, withoutIdentical } from './identical.ts';
import { type OverlapPolicy, sharePeriods, withoutOverlap } from './overlap.ts';

/** What to do with records that stand in the source more than once. */
export interface RepeatPolicies {
  readonly identical?: IdenticalPolicy | undefined;
  readonly onOverlap?: OverlapPolicy | undefined;
}

const alone = (result: TallyResult): TalliedFiles => ({ result, notes: [], files: () => [result] });

/** The tallies of a source, and what was decided about its repeats. */
export interface TalliedFiles {
  readonly result: TallyResult;
  readonly notes: readonly Note[];
  /** Each file by itself, with all its records. */
  files(): readonly TallyResult[];
  /** Where repeats were decided: for each file the tallies of the whole records that count. */
  readonly counting?: readonly TallyResult[];
}

/**
 * Has an engine answer a question whose keys may name a column past the last, which is the file that a record is in.
 *
 * `period` are the parts of the key that tell the period. One file with nothing asked of its repeats is read as ever.
 */
export async function tallyFiles(
  engine: Engine,
  source: Source,
  question: Question,
  period: readonly number[],
  { identical = 'keep', onOverlap = 'error' }: RepeatPolicies,
): Promise<TalliedFiles> {
  const fileAt = question.keys.findIndex(({ column }) => column === source.header.length);
  const several = source.files.length > 1;
  if (identical === 'keep' && !several && fileAt < 0) return alone(await engine.tally(source, question));
  const byRecord = recordQuestion(source, question);
  if (identical !== 'keep') {
    const all = await fileTallies(engine, source, byRecord);
    const distinct = withoutIdentical(all, question, source, identical);
    const decided = several && fileAt < 0 ? withoutOverlap(distinct.results, source, onOverlap) : distinct;
    return asked(all, [...decided.results], [...distinct.notes, ...(decided === distinct ? [] : decided.notes)]);
  }
  const byColumns = { ...question, keys: question.keys.filter((_, i) => i !== fileAt) };
  const results = await fileTallies(engine, source, byColumns);
  if (fileAt >= 0) {
    const named = results.map((one) => withFileNames(one, source, fileAt));
    return { result: combined(named), notes: [], files: () => named };
  }
  if (!sharePeriods(results, period, source.profile.period))
    return { result: combined(results), notes: [], files: () => results };
  const all = await fileTallies(engine, source, byRecord);
  const decided = withoutOverlap(all, source, onOverlap);
  return asked(all, decided.results, decided.notes);

  function asked(whole: readonly TallyResult[], records: readonly TallyResult[], notes: readonly Note[]): TalliedFiles {
    const asAskedAll = (results: readonly TallyResult[]) => results.map((one) => asAsked(one, question, source));
    return { result: combined(asAskedAll(records)), notes, files: () => asAskedAll(whole), counting: records };
  }
}
