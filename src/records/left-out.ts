import type { Engine, Question } from '../engine/engine.ts';
import type { Place } from '../source/place.ts';
import type { Source } from '../source/source.ts';
import { fileTallies, recordQuestion } from './file-tallies.ts';
import { withoutOverlap } from './overlap.ts';
import type { RepeatPolicies } from './tally-files.ts';

/** Tells for each record, in the order of the source, whether it is left out because it stands there more than once. */
export type LeftOut = (fields: readonly string[], place: Place) => boolean;

/** The same records that `tallyFiles` leaves out. `keepsFiles` says that the file is among what is asked. */
export async function leftOut(
  engine: Engine,
  source: Source,
  question: Question,
  { identical, onOverlap }: RepeatPolicies,
  keepsFiles: boolean,
): Promise<LeftOut> {
  const tests: LeftOut[] = [];
  if (identical === 'drop') tests.push(repeats());
  if (source.files.length > 1 && !keepsFiles && (onOverlap === 'newest' || onOverlap === 'first')) {
    const all = await fileTallies(engine, source, recordQuestion(source, question));
    const kept = withoutOverlap(all, source, onOverlap).results;
    const keys = kept.map(({ tallies }) => new Set(tallies.map(({ key }) => JSON.stringify(key))));
    tests.push((fields, { file }) => !keys[file]?.has(JSON.stringify(fields)));
  }
  const width = source.header.length;
  return (fields, place) => tests.some((test) => test(fields.slice(0, width), place));
}

/** True for a record that came before. */
function repeats(): LeftOut {
  const seen = new Set<string>();
  return (fields) => {
    const before = seen.size;
    return seen.add(JSON.stringify(fields)).size === before;
  };
}
