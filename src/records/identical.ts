import {
  type Measured,
  type Question,
  REJECT_EXAMPLES,
  type Reject,
  type Tally,
  type TallyResult,
} from '../engine/engine.ts';
import { inputError } from '../errors.ts';
import { counted, type Note, note } from '../note.ts';
import { placeText } from '../source/place.ts';
import type { Source } from '../source/source.ts';

/** What to do with records that are the same in every column. */
export const IDENTICAL_POLICIES = ['keep', 'drop', 'error'] as const;

export type IdenticalPolicy = (typeof IDENTICAL_POLICIES)[number];

/** Tallies of whole records, file by file, with what was done to records that repeat an earlier one. */
export interface WithoutIdentical {
  readonly results: readonly TallyResult[];
  readonly notes: readonly Note[];
}

/** Counts each distinct record of all files once, where it stands first. */
export function withoutIdentical(
  results: readonly TallyResult[],
  { measures }: Question,
  source: Source,
  policy: 'drop' | 'error',
): WithoutIdentical {
  const seen = new Set<string>();
  let [repeats, first]: [number, Tally | null] = [0, null];
  const distinct = results.map(({ tallies, records, rejects }) => {
    const kept = tallies.filter((tally) => {
      const isNew = !seen.has(JSON.stringify(tally.key));
      seen.add(JSON.stringify(tally.key));
      const repeated = tally.records - (isNew ? 1 : 0);
      repeats += repeated;
      if (repeated > 0) first ??= tally;
      return isNew;
    });
    const ragged = rejects.filter(({ column }) => column === null);
    return { tallies: kept.map(once), records, rejects: [...ragged, ...rejectsOf(kept, measures)] };
  });
  if (first === null) return { results: distinct, notes: [] };
  const what = counted(repeats, 'record');
  const where = `an earlier one in every column, such as that at ${placeText(source, (first as Tally).first)}`;
  if (policy === 'error') {
    throw inputError(
      `${what} ${repeats === 1 ? 'repeats' : 'repeat'} ${where}`,
      'count each once with --identical drop, or all with --identical keep',
    );
  }
  return { results: distinct, notes: [note(`left out: ${what} equal to ${where} (--identical keep counts all)`)] };
}

/** A tally of equal records as that of one of them. */
const once = (tally: Tally): Tally => ({ ...tally, records: 1, measures: tally.measures.map(onceMeasured) });

const onceMeasured = ({ values, blanks, rejected, min, ...rest }: Measured): Measured => ({
  ...rest,
  values: Math.min(values, 1),
  blanks: Math.min(blanks, 1),
  rejected: Math.min(rejected, 1),
  sum: min ?? 0,
  min,
});

function rejectsOf(tallies: readonly Tally[], measures: Question['measures']): Reject[] {
  return measures.flatMap(({ column }, i) => {
    const bad = tallies.filter((tally) => (tally.measures[i]?.rejected ?? 0) > 0);
    const examples = bad.slice(0, REJECT_EXAMPLES).map(({ first, key }) => ({ ...first, text: key[column] ?? '' }));
    return bad.length === 0 ? [] : [{ column, reason: 'not a number' as const, count: bad.length, examples }];
  });
}
