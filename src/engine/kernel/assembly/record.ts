// The records whose ends have been found, each read and tallied.

import { fieldFrom, fieldTo, openRecord } from './field';
import { judge } from './host';
import { readKey } from './key';
import { ends, separators } from './layout';
import { addCell } from './measure';
import { endCount, forget } from './scan';
import { delimiter, measureCount, measurePart, QUOTE, width } from './settings';
import { CHUNK, entryOf, LINE, RECORDS } from './table';

export let recordStart: usize = 0;
export let records: u64 = 0;
/** True until the header has gone by. */
export let awaitsHeader: bool = false;

/** The line, in the file or the chunk, on which the record in hand starts. */
export let recordLine: u32 = 1;
let chunk: u32 = 0;
/** True while the first record, begun in the chunk before, is to be left to whoever reads that chunk. */
export let skips: bool = false;

export function startRecords(from: usize, inChunk: u32, header: bool, skipFirst: bool): void {
  recordStart = from;
  recordLine = 1;
  chunk = inChunk;
  awaitsHeader = header;
  skips = skipFirst;
}

export function moveRecordStart(distance: usize): void {
  recordStart += distance;
}

export function clearRecords(): void {
  records = 0;
}

/** Reads the records found so far that start at or before `last`. */
export function readRecords(last: usize): void {
  let taken: u32 = 0;
  let first: u32 = 0;
  for (; taken < endCount && recordStart <= last; taken++) {
    const end = ends + <usize>taken * 8;
    const upTo = load<u32>(end);
    openRecord(recordStart, separators + <usize>first * 4);
    if (skips) skips = false;
    else readRecord(upTo - first);
    recordStart = <usize>load<u32>(separators + <usize>(upTo - 1) * 4) + 1;
    recordLine = load<u32>(end, 4) + 1;
    first = upTo;
  }
  forget(taken);
}

function readRecord(fields: u32): void {
  const to = fieldTo(fields - 1);
  if (to === recordStart) return;
  const said = isSaid(recordStart, to);
  if (awaitsHeader) {
    if (said || judge(<u32>recordStart, <u32>to, recordLine, fields) !== 0) awaitsHeader = false;
    return;
  }
  if (!said || fields < width || (fields > width && !restIsEmpty(fields))) {
    const verdict = judge(<u32>recordStart, <u32>to, recordLine, fields);
    if (verdict === 0) return;
    if (verdict === 1) {
      records++;
      return;
    }
  }
  records++;
  tally();
}

function tally(): void {
  const entry = entryOf(readKey());
  const count = load<u64>(entry, RECORDS);
  if (count === 0) {
    store<u32>(entry, chunk, CHUNK);
    store<u32>(entry, recordLine, LINE);
  }
  store<u64>(entry, count + 1, RECORDS);
  for (let i: u32 = 0; i < measureCount; i++) {
    const column = load<u32>(measurePart(i));
    addCell(entry, i, fieldFrom(column), fieldTo(column), recordLine);
  }
}

/** Whether a record surely is not blank: a byte shows that is no space, quote or delimiter. */
function isSaid(from: usize, to: usize): bool {
  for (let at = from; at < to; at++) {
    const byte = <u32>load<u8>(at);
    if (byte > 0x20 && byte < 0x80 && byte !== QUOTE && byte !== delimiter) return true;
  }
  return false;
}

/** Whether all fields past the header's last are empty; quotes with nothing in them count as empty. */
function restIsEmpty(fields: u32): bool {
  for (let column = width; column < fields; column++) {
    const from = fieldFrom(column);
    const length = fieldTo(column) - from;
    if (length !== 0 && !(length === 2 && load<u16>(from) === <u16>(QUOTE | (QUOTE << 8)))) return false;
  }
  return true;
}
