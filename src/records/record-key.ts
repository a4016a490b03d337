import type { Tallies, Tally, TallyResult } from '../engine/engine.ts';
import { newName } from '../series/group.ts';
import { columnKind } from '../source/column-kind.ts';
import { nullsIn } from '../source/null-tokens.ts';
import type { Source } from '../source/source.ts';
import { periodReader } from './period-reader.ts';

/** What tells the records of a source from each other. */
export interface RecordKey {
  /** Equal for records that are the same one. */
  readonly idOf: (tally: Tally) => string;
  /**
   * `key`: each record has its own period and dimensions, but for slips. `id`: records are events that a column numbers.
   * `record`: events that only their whole text tells apart.
   */
  readonly kind: 'key' | 'id' | 'record';
  /** The columns of the key but for those that tell the period. */
  readonly columns: readonly number[];
  /** How many keys of period and dimensions have more than one record. */
  readonly repeated: number;
}

/** The share of records that may repeat a key of the others before they are taken for events. */
const SLIPS = 0.01;
/** So many cells tell whether a column holds numbers. */
const ENOUGH = 300;

/** Finds what tells records apart, from tallies of whole records. */
export function recordKey(source: Source, results: readonly TallyResult[]): RecordKey {
  const period = source.profile.period.columns;
  const columns = keyColumns(source, results[0]?.tallies ?? []).filter((i) => !period.includes(source.header[i] ?? ''));
  const keyed = keyReader(source, results, columns);
  let [repeats, records] = [0, 0];
  const repeated = new Set<string>();
  for (const [file, { tallies }] of results.entries()) {
    const seen = new Set<string>();
    for (const tally of tallies) {
      const id = keyed(tally);
      records += tally.records;
      repeats += tally.records - (seen.has(id) ? 0 : 1);
      if (tally.records > 1 || seen.has(id)) repeated.add(`${file} ${id}`);
      seen.add(id);
    }
  }
  if (repeats <= records * SLIPS) return { idOf: keyed, kind: 'key', columns, repeated: repeated.size };
  const at = source.header.findIndex((name, i) => /(^|[_ ])id$/i.test(name) && isUnique(i, results));
  return at >= 0
    ? { idOf: ({ key }) => JSON.stringify([key[at]]), kind: 'id', columns, repeated: repeated.size }
    : { idOf: ({ key }) => JSON.stringify(key), kind: 'record', columns, repeated: repeated.size };
}

/** Keys as they are meant: periods however they are written, and values under the name of today. */
function keyReader(
  source: Source,
  results: readonly TallyResult[],
  columns: readonly number[],
): (tally: Tally) => string {
  const { header, profile } = source;
  const period = profile.period.columns.map((name) => header.indexOf(name));
  const renamed = columns.map((at) => profile.renamed[header[at] ?? ''] ?? {});
  const periodOf = periodReader(results, period, profile.period);
  return ({ key }) =>
    JSON.stringify([periodOf(key), ...columns.map((at, i) => newName((key[at] ?? '').trim(), renamed[i] ?? {}))]);
}

/** Period, dimensions, and the columns that name measure and unit; other columns of numbers are no part of a key. */
function keyColumns(source: Source, tallies: Tallies): number[] {
  const { header, profile } = source;
  const { period, dimensions, labels, measures, flag } = profile;
  const measured = measures.map(({ column }) => column);
  const isDescribed = dimensions !== null && profile.name !== 'inferred';
  return header.flatMap((name, at) => {
    if (period.columns.includes(name) || name === labels.name || name === labels.unit) return [at];
    if (name === '' || name === flag || measured.includes(name)) return [];
    if (isDescribed) return dimensions.includes(name) ? [at] : [];
    const cells = [...new Set(tallies.slice(0, ENOUGH).map(({ key }) => key[at] ?? ''))];
    return columnKind(name, cells, nullsIn(profile, name)) === 'number' ? [] : [at];
  });
}

function isUnique(at: number, results: readonly TallyResult[]): boolean {
  return results.every(({ tallies }) => new Set(tallies.map(({ key }) => key[at])).size === tallies.length);
}
