import type { Question, Tally, TallyResult } from '../engine/engine.ts';
import { addCell, addMeasured, emptyMeasured, type OpenMeasured } from '../engine/measured.ts';
import { inputError } from '../errors.ts';
import type { FoundRecord, FoundRecords } from '../explain/found-records.ts';
import { compare } from '../math/exact.ts';
import { cellReader, type ReadCell } from '../source/cell.ts';
import { csvLine } from '../source/csv-line.ts';
import { publishedPlace } from '../source/place.ts';
import type { Source } from '../source/source.ts';
import { type SourceRecord, sourceRecords } from '../source/source-records.ts';

/** Which records are looked for, and what of them. */
export interface Wanted {
  readonly tallies: Iterable<Tally>;
  /** The measure that is read, among those of the question; null counts records. */
  readonly measure: number | null;
  /** True keeps the records themselves. */
  readonly rows: boolean;
  /** For each file the tallies of the whole records that count, where not all do. */
  readonly counting?: readonly TallyResult[] | undefined;
}

interface OpenFound extends FoundRecords {
  readonly measured: OpenMeasured;
  readonly lines: number[];
  readonly blankLines: number[];
  readonly rejectedLines: number[];
  readonly rows: FoundRecord[];
  records: number;
}

/** Reads a source again for the records behind some tallies: one entry per tally and file, which add up to the tally. */
export async function recordsBehind(
  source: Source,
  question: Question,
  wanted: Wanted,
): Promise<Map<Tally, FoundRecords[]>> {
  const { length } = question.keys;
  const tallies = new Map([...wanted.tallies].map((tally) => [JSON.stringify(tally.key.slice(0, length)), tally]));
  const asked = wanted.measure === null ? undefined : question.measures[wanted.measure];
  const read = asked ? cellReader(asked) : null;
  const counts = counter(wanted.counting);
  const found = new Map<string, OpenFound>();
  for await (const batch of sourceRecords(source)) {
    for (const { fields, place, ragged } of batch) {
      if (ragged !== null || !counts(fields, place.file)) continue;
      const part = (column: number) =>
        (column === fields.length ? source.files[place.file]?.name : fields[column]) ?? '';
      const key = JSON.stringify(question.keys.map(({ column, length }) => part(column).slice(0, length)));
      const tally = tallies.get(key);
      if (!tally) continue;
      const id = `${place.file} ${key}`;
      const open = found.get(id) ?? emptyFound(tally, source.files[place.file]?.name ?? '');
      found.set(id, open);
      take(open, { fields, place }, read && asked ? read(fields[asked.column] ?? '') : COUNTED, wanted.rows);
    }
  }
  const files = source.files.map(({ name }) => name);
  const published = [...found.values()].map((one) => asPublished(one, source, files.indexOf(one.file)));
  checkWhole(tallies.values(), published, wanted.measure);
  const byTally = new Map<Tally, FoundRecords[]>();
  for (const one of published) byTally.set(one.tally, [...(byTally.get(one.tally) ?? []), one]);
  return byTally;
}

/** Tells for each record in turn whether it counts: all do, or as many of each file as were tallied. */
function counter(counting: readonly TallyResult[] | undefined): (fields: readonly string[], file: number) => boolean {
  if (!counting) return () => true;
  const left = counting.map(
    ({ tallies }) => new Map(tallies.map(({ key, records }) => [JSON.stringify(key), records])),
  );
  return (fields, file) => {
    const id = JSON.stringify(fields);
    const open = left[file]?.get(id) ?? 0;
    left[file]?.set(id, open - 1);
    return open > 0;
  };
}

/** Where records are counted, each is one. */
const COUNTED: ReadCell = { value: 1, flag: null };

const emptyFound = (tally: Tally, file: string): OpenFound => ({
  tally,
  file,
  lines: [],
  records: 0,
  measured: emptyMeasured(),
  blankLines: [],
  rejectedLines: [],
  rows: [],
});

function take(
  open: OpenFound,
  { fields, place: { line } }: Pick<SourceRecord, 'fields' | 'place'>,
  cell: ReadCell | null,
  rows: boolean,
): void {
  open.records++;
  open.lines.push(line);
  addCell(open.measured, cell);
  if (cell === null) open.rejectedLines.push(line);
  else if (cell.value === null) open.blankLines.push(line);
  if (rows) open.rows.push({ line, value: cell?.value ?? null, text: csvLine(fields).trimEnd() });
}

/** Lines as the file lies: of a table that was rewritten, several records may come from one. */
function asPublished(found: OpenFound, source: Source, file: number): FoundRecords {
  const published = (line: number) => publishedPlace(source, { file, line }).line;
  const all = (lines: readonly number[]) => [...new Set(lines.map(published))].sort((a, b) => a - b);
  return {
    ...found,
    lines: all(found.lines),
    blankLines: all(found.blankLines),
    rejectedLines: all(found.rejectedLines),
    rows: found.rows.map((row) => ({ ...row, line: published(row.line) })),
  };
}

/** What was found is what was tallied, or somebody writes to the file. */
function checkWhole(tallies: Iterable<Tally>, found: readonly FoundRecords[], measure: number | null): void {
  const sums = new Map<Tally, { records: number; measured: OpenMeasured }>();
  for (const { tally, records, measured } of found) {
    const sum = sums.get(tally) ?? { records: 0, measured: emptyMeasured() };
    sums.set(tally, sum);
    sum.records += records;
    addMeasured(sum.measured, measured);
  }
  for (const tally of tallies) {
    const sum = sums.get(tally);
    const told = measure === null ? tally.records : (tally.measures[measure]?.sum ?? 0);
    if (sum && sum.records === tally.records && compare(sum.measured.sum, told) === 0) continue;
    throw inputError('the source has changed while it was being read', 'read it again when it is whole');
  }
}
