import { cellReader } from '../source/cell.ts';
import { readRecords } from '../source/records.ts';
import type { Source } from '../source/source.ts';
import type { Engine, Place, Question, Tally, TallyResult } from './engine.ts';
import { addCell, emptyMeasured, type OpenMeasured } from './measured.ts';
import { isBlank, raggednessOf } from './record.ts';
import { RejectLog } from './reject-log.ts';

/** The definition of an engine: csv-parse, a Map and exact sums. Slow and obvious; every other must equal it. */
export const referenceEngine: Engine = { tally };

interface OpenTally {
  readonly key: readonly string[];
  records: number;
  readonly measures: readonly OpenMeasured[];
  readonly first: Place;
}

async function tally(source: Source, question: Question): Promise<TallyResult> {
  const tallies = new Map<string, OpenTally>();
  const rejects = new RejectLog();
  const readers = question.measures.map(cellReader);
  let records = 0;
  for (const [file, { name, bytes }] of source.files.entries()) {
    let header = true;
    await readRecords(name, bytes(), source.dialect, (fields, line) => {
      if (isBlank(fields)) return;
      if (header) {
        header = false;
        return;
      }
      records++;
      const raggedness = raggednessOf(fields, source.header.length);
      if (raggedness !== null) {
        rejects.add(null, raggedness, { file, line: line() }, fields.join(source.dialect.delimiter));
        return;
      }
      const open = openTally(tallies, question, fields, () => ({ file, line: line() }));
      open.records++;
      for (const [i, measure] of question.measures.entries()) {
        const cell = fields[measure.column] ?? '';
        const read = readers[i]?.(cell) ?? null;
        addCell(open.measures[i] as OpenMeasured, read);
        if (read === null) rejects.add(measure.column, 'not a number', { file, line: line() }, cell);
      }
    });
  }
  return { tallies: [...tallies.values()] satisfies Tally[], records, rejects: rejects.all() };
}

function openTally(
  tallies: Map<string, OpenTally>,
  question: Question,
  fields: readonly string[],
  place: () => Place,
): OpenTally {
  const key = question.keys.map(({ column, length }) => (fields[column] ?? '').slice(0, length));
  const joined = JSON.stringify(key);
  const known = tallies.get(joined);
  if (known) return known;
  const measures = question.measures.map(emptyMeasured);
  const fresh: OpenTally = { key, records: 0, measures, first: place() };
  tallies.set(joined, fresh);
  return fresh;
}
