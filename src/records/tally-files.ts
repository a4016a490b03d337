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

interface Tallied {
  readonly result: TallyResult;
  readonly notes: readonly Note[];
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
): Promise<Tallied> {
  const fileAt = question.keys.findIndex(({ column }) => column === source.header.length);
  const several = source.files.length > 1;
  if (identical === 'keep' && !several && fileAt < 0)
    return { result: await engine.tally(source, question), notes: [] };
  const byRecord = recordQuestion(source, question);
  if (identical !== 'keep') {
    const all = await fileTallies(engine, source, byRecord);
    const distinct = withoutIdentical(all, question, source, identical);
    const decided = several && fileAt < 0 ? withoutOverlap(distinct.results, source, onOverlap) : distinct;
    return asked([...decided.results], [...distinct.notes, ...(decided === distinct ? [] : decided.notes)]);
  }
  const byColumns = { ...question, keys: question.keys.filter((_, i) => i !== fileAt) };
  const results = await fileTallies(engine, source, byColumns);
  if (fileAt >= 0) return { result: combined(results.map((one) => withFileNames(one, source, fileAt))), notes: [] };
  if (!sharePeriods(results, period, source.profile.period)) return { result: combined(results), notes: [] };
  const decided = withoutOverlap(await fileTallies(engine, source, byRecord), source, onOverlap);
  return asked(decided.results, decided.notes);

  function asked(records: readonly TallyResult[], notes: readonly Note[]): Tallied {
    return { result: combined(records.map((one) => asAsked(one, question, source))), notes, counting: records };
  }
}
