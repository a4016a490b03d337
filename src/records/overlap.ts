import type { Place, TallyResult } from '../engine/engine.ts';
import { inputError } from '../errors.ts';
import { counted, type Note, note, warning } from '../note.ts';
import type { PeriodForm } from '../period/index.ts';
import { placeText } from '../source/place.ts';
import type { Source } from '../source/source.ts';
import { periodReader } from './period-reader.ts';
import { type RecordKey, recordKey } from './record-key.ts';

/** What to do with a record that stands in two files. */
export const OVERLAP_POLICIES = ['error', 'newest', 'first', 'sum'] as const;

export type OverlapPolicy = (typeof OVERLAP_POLICIES)[number];

/** A key that stands in more than one file. */
interface Shared {
  /** The files that have it, in their order. */
  readonly files: number[];
  readonly places: readonly [Place, Place];
  readonly text: string;
}

/** Tallies of whole records with what stands in two files decided. */
export function withoutOverlap(
  results: readonly TallyResult[],
  source: Source,
  policy: OverlapPolicy,
): { results: readonly TallyResult[]; notes: readonly Note[] } {
  const overlap = overlapOf(results, source);
  if (overlap === null) return { results, notes: [] };
  const { text: what, key, shared } = overlap;
  if (policy === 'error') {
    throw inputError(`${what}: counted twice if both are taken`, HINT);
  }
  if (policy === 'sum') return { results, notes: [warning(`${what}: all of them are counted, as --on-overlap says`)] };
  let dropped = 0;
  const kept = results.map((result, file) => {
    const tallies = result.tallies.filter((tally) => {
      const files = shared.get(key.idOf(tally))?.files;
      const isKept = files === undefined || files[policy === 'first' ? 0 : files.length - 1] === file;
      if (!isKept) dropped += tally.records;
      return isKept;
    });
    return { ...result, tallies };
  });
  const winner = policy === 'first' ? 'first' : 'last';
  const text = `${what}: each is taken from the ${winner} file that has it, ${counted(dropped, 'record')} left out`;
  return { results: kept, notes: [note(text)] };
}

/** What stands in more than one file, in words and by the places of the first; null where nothing does. */
export function overlapOf(results: readonly TallyResult[], source: Source) {
  const key = recordKey(source, results);
  const shared = sharedKeys(results, key);
  const [first] = shared.values();
  if (first === undefined) return null;
  return { text: inWords(shared.size, first, source, key), count: shared.size, places: first.places, key, shared };
}

const HINT =
  '--on-overlap newest takes the file named last, first the one named first, sum counts both; --by @file keeps the files apart';

function inWords(count: number, { places: [one, other], text }: Shared, source: Source, { kind }: RecordKey): string {
  const what = kind === 'key' ? 'key of period and dimensions' : kind === 'id' ? 'id' : 'record';
  const plural = kind === 'key' ? 'keys of period and dimensions' : undefined;
  const verb = count === 1 ? 'stands' : 'stand';
  const where = `${placeText(source, one)} and ${placeText(source, other)}`;
  return `${counted(count, what, plural)} ${verb} in more than one file, such as ${text} at ${where}`;
}

function sharedKeys(results: readonly TallyResult[], { idOf }: RecordKey): Map<string, Shared> {
  const first = new Map<string, Place>();
  const shared = new Map<string, Shared>();
  for (const [file, { tallies }] of results.entries()) {
    for (const tally of tallies) {
      const id = idOf(tally);
      const place = first.get(id);
      if (place === undefined) first.set(id, { ...tally.first, file });
      else if (place.file !== file) {
        const known = shared.get(id);
        if (known === undefined) {
          const text = (JSON.parse(id) as string[]).filter((part) => part !== '').join(', ');
          shared.set(id, { files: [place.file, file], places: [place, tally.first], text: text.slice(0, 80) });
        } else if (known.files[known.files.length - 1] !== file) known.files.push(file);
      }
    }
  }
  return shared;
}

/** True where a period stands in two files: without one no record can. `keys` are the parts of the key that tell it. */
export function sharePeriods(results: readonly TallyResult[], keys: readonly number[], form: PeriodForm): boolean {
  const periodOf = periodReader(results, keys, form);
  const first = new Map<string, number>();
  for (const [file, { tallies }] of results.entries()) {
    for (const { key } of tallies) {
      const period = periodOf(key);
      if ((first.get(period) ?? file) !== file) return true;
      first.set(period, file);
    }
  }
  return false;
}
