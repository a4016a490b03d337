import type { Source } from '../source/source.ts';
import { sourceRecords } from '../source/source-records.ts';
import type { CheckedRecord, Checker, Finding } from './finding.ts';

/** What the checkers find, in the order of the source; what only the whole table tells comes last. */
export async function* findingsIn(
  source: Source,
  checkers: readonly Checker[],
  periodOf: (record: Omit<CheckedRecord, 'period'>) => CheckedRecord['period'],
): AsyncGenerator<Finding> {
  for await (const batch of sourceRecords(source)) {
    for (const record of batch) {
      const known = { ...record, period: record.ragged === null ? periodOf(record) : null };
      for (const checker of checkers) yield* checker.record(known);
    }
  }
  for (const checker of checkers) yield* checker.end();
}
