import { cellReader } from '../source/cell.ts';
import type { SourceTable } from '../source/source.ts';
import { type SourceRecord, sourceRecords } from '../source/source-records.ts';
import type { Engine, Question, Tally, TallyResult } from './engine.ts';
import { addCell, emptyMeasured, type OpenMeasured } from './measured.ts';
import { RejectLog } from './reject-log.ts';

/** The definition of an engine: csv-parse, a Map and exact sums. Slow and obvious; every other must equal it. */
export const referenceEngine = { tally } satisfies Engine;

interface OpenTally extends Omit<Tally, 'records' | 'measures'> {
  records: number;
  readonly measures: readonly OpenMeasured[];
}

async function tally(
  source: SourceTable,
  question: Question,
): Promise<TallyResult & { readonly tallies: readonly Tally[] }> {
  const tallies = new Map<string, OpenTally>();
  const rejects = new RejectLog();
  const readers = question.measures.map(cellReader);
  let records = 0;
  for await (const batch of sourceRecords(source)) {
    records += batch.length;
    for (const { fields, place, ragged } of batch) {
      if (ragged !== null) {
        rejects.add(null, ragged, place, fields.join(source.dialect.delimiter));
        continue;
      }
      const open = openTally(tallies, question, { fields, place });
      open.records++;
      for (const [i, measure] of question.measures.entries()) {
        const cell = fields[measure.column] ?? '';
        const read = readers[i]?.(cell) ?? null;
        addCell(open.measures[i] as OpenMeasured, read);
        if (read === null) rejects.add(measure.column, 'not a number', place, cell);
      }
    }
  }
  return { tallies: [...tallies.values()], records, rejects: rejects.all() };
}

function openTally(
  tallies: Map<string, OpenTally>,
  question: Question,
  { fields, place }: Pick<SourceRecord, 'fields' | 'place'>,
): OpenTally {
  const key = question.keys.map(({ column, length }) => (fields[column] ?? '').slice(0, length));
  const joined = JSON.stringify(key);
  const known = tallies.get(joined);
  if (known) return known;
  const fresh: OpenTally = { key, records: 0, measures: question.measures.map(emptyMeasured), first: place };
  tallies.set(joined, fresh);
  return fresh;
}
