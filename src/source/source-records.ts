import type { Place } from './place.ts';
import { raggednessOf } from './raggedness.ts';
import { recordBatches } from './records.ts';
import type { SourceTable } from './source.ts';

/** One record of a source, with where it starts. */
export interface SourceRecord {
  readonly fields: readonly string[];
  readonly place: Place;
  /** Why it is no record of the table; null where it has as many fields as the header. */
  readonly ragged: 'too few fields' | 'too many fields' | null;
}

/**
 * The records of a source in order, ragged ones among them, headers and blank lines not; batch by batch, as they are read.
 *
 * For what needs the records themselves. Figures come from tallies.
 */
export async function* sourceRecords(source: SourceTable): AsyncGenerator<SourceRecord[]> {
  for (const [file, { name, bytes }] of source.files.entries()) {
    let header = true;
    for await (const batch of recordBatches(name, bytes(), source.dialect)) {
      const records = header ? batch.slice(1) : batch;
      if (batch.length > 0) header = false;
      yield records.map(({ fields, line }) => ({
        fields,
        place: { file, line },
        ragged: raggednessOf(fields, source.header.length),
      }));
    }
  }
}
