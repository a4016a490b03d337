import type { Tally } from '../engine/engine.ts';
import { counted } from '../note.ts';
import type { RecordKey } from '../records/record-key.ts';
import { placeText } from '../source/place.ts';
import type { Source } from '../source/source.ts';
import { type Finding, finding } from './finding.ts';
import type { WholeRecords } from './whole-records.ts';

/** Records that are the same in every column, within one file or over several. */
export function identicalFindings(results: readonly WholeRecords[], source: Pick<Source, 'files'>): Finding[] {
  const seen = new Map<string, Tally>();
  const first: Tally[] = [];
  let [repeats, within] = [0, 0];
  for (const { tallies } of results) {
    for (const tally of tallies) {
      if (tally.records > 1) within += tally.records - 1;
      const id = results.length > 1 ? JSON.stringify(tally.key) : null;
      const known = id === null ? undefined : seen.get(id);
      const repeated = tally.records - (known === undefined ? 1 : 0);
      if (id !== null && known === undefined) seen.set(id, tally);
      if (repeated > 0) first.push(known ?? tally);
      repeats += repeated;
    }
  }
  const [one] = first;
  if (one === undefined) return [];
  const apart = repeats > within ? `, ${counted(repeats - within, 'record')} of them in another file` : '';
  const what = `${counted(repeats, 'record')} ${repeats === 1 ? 'is' : 'are'} equal to an earlier one in every column${apart}`;
  const text = `${what}; all are counted unless --identical says otherwise`;
  return [finding('identical', text, { count: repeats, place: placeText(source, one.first) })];
}

/** Records that share what should tell them apart. */
export function keyFindings({ kind, repeated }: RecordKey): Finding[] {
  if (repeated === 0) return [];
  const keys = counted(repeated, 'key of period and dimensions', 'keys of period and dimensions');
  const events = 'so this is read as a list of events, of which each is counted';
  const text =
    kind === 'key'
      ? `${keys} ${repeated === 1 ? 'stands' : 'stand'} on more than one record, which are added up`
      : `${keys} ${repeated === 1 ? 'has' : 'have'} several records, ${events}`;
  return [finding('repeated-key', text, { count: repeated })];
}
