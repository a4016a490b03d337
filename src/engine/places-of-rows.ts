import { rowOfLine } from '../source/relation.ts';
import type { SourceTable } from '../source/source.ts';
import { sourceRecords } from '../source/source-records.ts';
import type { Place, Tallies, Tally, TallyResult } from './engine.ts';

/** Tallies whose first places are rows, with the lines of the text in their place; it is read again where rows and lines part. */
export async function placesOfRows(texts: SourceTable, tallies: Tallies, whole: TallyResult): Promise<Tallies> {
  const lines = (await oneLineEach(texts, whole)) ? lineBehindHeader : await linesOfRecords(texts);
  return tallies.map((tally): Tally => ({ ...tally, first: { ...tally.first, line: lines(rowOf(tally.first)) } }));
}

interface Row {
  readonly file: number;
  readonly row: number;
}

const rowOf = ({ file, line }: Place): Row => ({ file, row: rowOfLine(line) ?? 0 });

const lineBehindHeader = ({ row }: Row): number => row + 1;

/** True where no line is blank and no record is ragged or goes over several lines. */
async function oneLineEach({ files }: SourceTable, whole: TallyResult): Promise<boolean> {
  if (whole.rejects.some(({ column }) => column === null)) return false;
  let lines = 0;
  for (const file of files) lines += await lineCount(file.bytes());
  return lines === whole.records + files.length;
}

async function lineCount(bytes: AsyncIterable<Uint8Array>): Promise<number> {
  let [lines, last] = [0, LINE_FEED];
  for await (const chunk of bytes) {
    for (let at = chunk.indexOf(LINE_FEED); at >= 0; at = chunk.indexOf(LINE_FEED, at + 1)) lines++;
    if (chunk.includes(RETURN)) return Number.NaN;
    last = chunk.at(-1) ?? last;
  }
  return last === LINE_FEED ? lines : lines + 1;
}

const LINE_FEED = 10;
const RETURN = 13;

/** The line of each record that counts. */
async function linesOfRecords(texts: SourceTable): Promise<(row: Row) => number> {
  const lines = texts.files.map((): number[] => []);
  for await (const batch of sourceRecords(texts)) {
    for (const { place, ragged } of batch) if (ragged === null) lines[place.file]?.push(place.line);
  }
  return ({ file, row }) => lines[file]?.[row - 1] ?? 0;
}
