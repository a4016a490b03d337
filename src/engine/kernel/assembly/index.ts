// What the TypeScript side calls: it lays out memory, writes the question, then feeds bytes and reads the entries.

import { entries, input, inputRoom, layOut, settings, WINDOW, widenInput, widenSeparators } from './layout';
import {
  awaitsHeader,
  clearRecords,
  moveRecordStart,
  readRecords,
  recordLine,
  recordStart,
  records,
  skips,
  startRecords,
} from './record';
import { lines, QUOTED, START, scan, separatorsMissing, shiftSeparators, startScan, state } from './scan';
import { LINE_FEED } from './settings';
import { clearTable, entryBytes, entryCount, FIRST_SLOTS } from './table';

export { mergeEntries } from './merge';
export { oddQuotes } from './parity';
export { raiseScale, scaleOf } from './scale';
export { ask, expectReturns } from './settings';

/** The next byte to scan, and the end of the bytes that are there. */
let next: usize = 0;
let filled: usize = 0;
/** Records that start behind this are left to others. */
let last: usize = 0;
/** Line feeds up to there. */
let ownLines: u32 = 0;

const NEVER: usize = u32.MAX_VALUE;

export function prepare(settingBytes: u32, texts: u32, block: u32, limit: u32): u32 {
  layOut(settingBytes, texts, block, <usize>FIRST_SLOTS * 8, limit);
  clearTable();
  clearRecords();
  return <u32>settings;
}

/** Begins a file whose bytes come one after the other. */
export function beginFile(chunk: u32): void {
  store<u8>(input, 0);
  start(START, true);
  last = NEVER;
  startRecords(next, chunk, true, false);
}

/**
 * Begins a chunk of `bytes`, a multiple of 64, that have been written behind the byte before it.
 *
 * Unless it is the file's `first`, the record it begins in the middle of is left out.
 */
export function beginChunk(chunk: u32, bytes: u32, first: bool, inQuotes: bool): void {
  start(inQuotes ? QUOTED : START, false);
  last = next + bytes;
  startRecords(next, chunk, first, !first);
}

function start(from: u32, exact: bool): void {
  next = input + 1;
  filled = next;
  ownLines = 0;
  startScan(from, exact);
}

/** Makes room for `bytes` more behind the bytes not yet done with, and gives the address to write them to. */
export function room(bytes: u32): u32 {
  const done = recordStart - 1 - input;
  if (done > 0) {
    memory.copy(input, input + done, filled - input - done);
    moved(-done);
  }
  const need = filled - input + bytes + 4;
  if (need > inputRoom()) {
    const before = input;
    widenInput(max(need - inputRoom(), inputRoom()));
    moved(input - before);
  }
  return <u32>filled;
}

/** Follows the bytes that have moved up by `distance`. */
function moved(distance: usize): void {
  next += distance;
  filled += distance;
  if (last !== NEVER) last += distance;
  moveRecordStart(distance);
  shiftSeparators(distance);
}

/** Takes `bytes` more that have been written behind the last; `whole` says that no more will come. */
export function take(bytes: u32, whole: bool): void {
  filled += bytes;
  if (whole) endLastLine();
  while (!isDone() && next + (whole ? 1 : 64) <= filled) {
    const missing = separatorsMissing();
    if (missing > 0) {
      const before = input;
      widenSeparators(missing);
      moved(input - before);
    }
    // The last bytes of all are followed by zeros.
    const left = whole ? filled - next : (filled - next) & ~63;
    const size = min(left, next < last ? min(WINDOW, last - next) : WINDOW);
    scan(next, next + size);
    next += size;
    if (next <= last) ownLines = lines;
    readRecords(last);
  }
}

/** Whether all records of the chunk have been read. */
export function isDone(): bool {
  return recordStart > last || (skips && next >= last);
}

/** Ends the last line where the file does not, and puts zeros behind it. */
function endLastLine(): void {
  memory.fill(filled, 0, 128);
  store<u8>(filled++, <u8>LINE_FEED);
}

export function entriesAt(): u32 {
  return <u32>entries;
}
export function entriesBytes(): u32 {
  return <u32>entryBytes;
}
export function entriesCount(): u32 {
  return entryCount;
}
export function recordCount(): f64 {
  return <f64>records;
}
export function lineCount(): u32 {
  return ownLines;
}
export function waitsForHeader(): bool {
  return awaitsHeader;
}
/** Whether the bytes end within quotes, and the line on which that record starts. */
export function isOpen(): bool {
  return state === QUOTED;
}
export function openLine(): u32 {
  return recordLine;
}
/** How many bytes there are of the record that has not ended yet. */
export function openBytes(): u32 {
  return filled > recordStart ? <u32>(filled - recordStart) : 0;
}
