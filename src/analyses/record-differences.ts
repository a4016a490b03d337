import type { Cell, Table } from '../report/report.ts';
import { column } from '../report/vocabulary.ts';

/** Records of an edition that are alike in every cell. */
export interface AlikeRecords {
  readonly cells: readonly string[];
  readonly records: number;
  /** File and line of the first of them. */
  readonly place: string;
}

/** Records that only one of two editions has, or has more often: those removed first, each in the order of its edition. */
export function recordDifferences(old: readonly AlikeRecords[], now: readonly AlikeRecords[]): Table {
  return {
    columns: (['record_status', 'alike_records', 'record_place', 'record_text'] as const).map(column),
    rows: [...missingFrom(now, old, 'removed'), ...missingFrom(old, now, 'added')],
  };
}

function missingFrom(there: readonly AlikeRecords[], here: readonly AlikeRecords[], status: string): Cell[][] {
  const counts = new Map(there.map(({ cells, records }) => [JSON.stringify(cells), records]));
  return here.flatMap(({ cells, records, place }) => {
    const more = records - (counts.get(JSON.stringify(cells)) ?? 0);
    return more > 0 ? [[status, more, place, cells.join(', ')]] : [];
  });
}
