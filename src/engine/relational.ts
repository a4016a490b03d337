import { canonicalText } from '../databases/canonical-text.ts';
import { cellReader, type ReadCell } from '../source/cell.ts';
import { numberOf } from '../source/number.ts';
import { lineOfRow, type Relation } from '../source/relation.ts';
import type { SourceTable } from '../source/source.ts';
import type { Engine, Measured, Question, Tally, TallyResult } from './engine.ts';
import { addCell, addMeasured, emptyMeasured, type OpenMeasured } from './measured.ts';
import { RejectedCells } from './rejected-cells.ts';
import { type Reading, tallyStatement } from './sql.ts';

/** The engine that has databases answer: one statement for each relation of a source, whose groups are put together here. */
export const relationalEngine: Engine = { tally };

interface OpenTally extends Omit<Tally, 'records' | 'measures'> {
  records: number;
  readonly measures: readonly OpenMeasured[];
}

/** One relation while it is being tallied. */
interface Reader {
  readonly relation: Relation;
  readonly question: Question;
  readonly file: number;
  readonly tallies: Map<string, OpenTally>;
  readonly readers: readonly ((cell: string) => ReadCell | null)[];
  readonly rejected: RejectedCells;
}

type Row = readonly (string | null)[];

async function tally({ files }: SourceTable, question: Question): Promise<TallyResult> {
  const tallies = new Map<string, OpenTally>();
  const readers = question.measures.map(cellReader);
  const rejected = new RejectedCells(question);
  let isInOrder = true;
  for (const [file, { relation }] of files.entries()) {
    if (!relation) throw new RangeError('a file without a relation has no database to ask');
    isInOrder &&= relation.row !== null;
    await readRelation({ relation, question, file, tallies, readers, rejected });
  }
  const all = [...tallies.values()].sort(isInOrder ? byPlace : byKey);
  return {
    tallies: all,
    records: all.reduce((sum, { records }) => sum + records, 0),
    rejects: await rejected.rejects(files),
  };
}

/** Rows in which nothing stands are no records. They can only be among those whose cells asked for are all blank, which are rare. */
async function readRelation(reader: Reader): Promise<void> {
  const rows: Row[] = [];
  const { asked, readings } = tallyStatement(reader.relation, reader.question, 'kept');
  for await (const batch of reader.relation.rows(asked)) for (const row of batch) rows.push(row);
  if (!rows.some((row) => mayBeBlank(row, reader.question, readings))) {
    for (const row of rows) take(reader, row, readings);
    return;
  }
  const filled = tallyStatement(reader.relation, reader.question, 'left out');
  for await (const batch of reader.relation.rows(filled.asked)) for (const row of batch) take(reader, row, readings);
}

const isBlank = (text: string | null): boolean => (text ?? '').trim() === '';

function mayBeBlank(row: Row, { keys }: Question, readings: readonly Reading[]): boolean {
  if (!keys.every((_, i) => isBlank(row[i] ?? null))) return false;
  let at = keys.length;
  const records = row[at];
  at += 2;
  return readings.every((reading) => {
    const cell = row[at];
    at += WIDTHS[reading];
    if (reading === 'plain') return cell !== records;
    return reading === 'raw' ? isBlank(cell ?? null) : cell !== null && isBlank(cell ?? null);
  });
}

/** How many columns of a row a measure takes. */
const WIDTHS = { plain: 4, mixed: 5, raw: 1 } as const;

/** Adds one group: records with the same keys and the same texts that SQL has not read. */
function take(
  { relation, question, file, tallies, readers, rejected }: Reader,
  row: Row,
  readings: readonly Reading[],
) {
  const { keys, measures } = question;
  const key = keys.map(({ column, length }, i) =>
    canonicalText(relation.columns[column]?.form ?? 'text', row[i] ?? null).slice(0, length),
  );
  const [records, line] = [Number(row[keys.length]), lineOfRow(Number(row[keys.length + 1]))];
  if (records === 0) return;
  const id = JSON.stringify(key);
  const open = tallies.get(id) ?? { key, records: 0, measures: measures.map(emptyMeasured), first: { file, line } };
  tallies.set(id, open);
  open.records += records;
  let at = keys.length + 2;
  for (const [i, reading] of readings.entries()) {
    const into = open.measures[i] as OpenMeasured;
    const raw = reading === 'plain' ? null : (row[at++] ?? (reading === 'raw' ? '' : null));
    const told = reading === 'raw' ? null : summed(row.slice(at, at + 4));
    if (told) at += 4;
    if (told) addMeasured(into, told);
    const others = records - (told?.values ?? 0);
    if (others === 0) continue;
    const cell = canonicalText(relation.columns[measures[i]?.column ?? 0]?.form ?? 'text', raw);
    const read = readers[i]?.(cell) ?? null;
    addCell(into, read, others);
    if (read === null) rejected.add(i, { file, line }, { text: cell, raw: raw ?? '' }, others);
  }
}

/** What SQL has added up. */
function summed([values, sum, min, max]: Row): Measured {
  const number = (text: string | null | undefined) => (text === null || text === undefined ? null : numberOf(text));
  return {
    values: Number(values),
    blanks: 0,
    rejected: 0,
    sum: number(sum) ?? 0,
    min: number(min),
    max: number(max),
  };
}

const byPlace = (a: Tally, b: Tally): number => a.first.file - b.first.file || a.first.line - b.first.line;

/** By code unit, part by part. */
function byKey({ key: a }: Tally, { key: b }: Tally): number {
  const at = a.findIndex((part, i) => part !== b[i]);
  return at < 0 ? 0 : (a[at] ?? '') < (b[at] ?? '') ? -1 : 1;
}
