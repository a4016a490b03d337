import { add, compare, type Exact } from '../math/exact.ts';
import { cellReader, type ReadCell } from '../source/cell.ts';
import { readRecords } from '../source/records.ts';
import type { Source } from '../source/source.ts';
import type { Engine, MeasurePart, Place, Question, Tally, TallyResult } from './engine.ts';
import { RejectLog } from './reject-log.ts';

/** The definition of an engine: csv-parse, a Map and exact sums. Slow and obvious; every other must equal it. */
export const referenceEngine: Engine = { tally };

interface OpenMeasured {
  values: number;
  blanks: number;
  rejected: number;
  sum: Exact;
  min: Exact | null;
  max: Exact | null;
  flags?: readonly string[];
}

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

/** A line of nothing but blanks, or of nothing but delimiters, is no record. */
const isBlank = (fields: readonly string[]): boolean => fields.every((field) => field.trim() === '');

/** Fields past the header's last are allowed when they are empty: many exports end each line with a delimiter. */
function raggednessOf(fields: readonly string[], width: number): 'too few fields' | 'too many fields' | null {
  if (fields.length < width) return 'too few fields';
  for (let i = width; i < fields.length; i++) if (fields[i] !== '') return 'too many fields';
  return null;
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

function emptyMeasured(_: MeasurePart): OpenMeasured {
  return { values: 0, blanks: 0, rejected: 0, sum: 0, min: null, max: null };
}

/** Adds one cell; null is one that is neither a number nor a null token. */
function addCell(into: OpenMeasured, read: ReadCell | null): void {
  if (read === null) into.rejected++;
  else if (read.value === null) into.blanks++;
  else addValue(into, read.value);
  const flag = read?.flag ?? null;
  if (flag !== null && !into.flags?.includes(flag)) into.flags = [...(into.flags ?? []), flag].sort();
}

function addValue(into: OpenMeasured, value: Exact): void {
  into.values++;
  into.sum = add(into.sum, value);
  if (into.min === null || compare(value, into.min) < 0) into.min = value;
  if (into.max === null || compare(value, into.max) > 0) into.max = value;
}
