// Takes over the tallies of another worker, whose entries have been copied into the input.

import { wide } from './host';
import { entries } from './layout';
import { BLANKS, LEAST, MOST, SUM } from './measure';
import { hasRoom, scaleOf } from './scale';
import { measureCount } from './settings';
import {
  CHUNK,
  emptyEntry,
  KEY_LENGTH,
  keyOf,
  LINE,
  MEASURED_BYTES,
  MEASURES,
  RECORDS,
  sizeOf,
  storedEntry,
} from './table';
import { add128, isAbove, isBelow, load128, power, store128, times } from './wide';

/**
 * Merges those of the `bytes` at `from` that are whole entries, their scales at `scales`, and gives how many bytes they
 * take; each then begins with the offset of the entry it went into.
 */
export function mergeEntries(from: usize, bytes: usize, scales: usize): u32 {
  const past = from + bytes;
  let at = from;
  while (at + MEASURES <= past && at + sizeOf(at) <= past) {
    const size = sizeOf(at);
    store<u32>(at, mergeEntry(at, scales));
    at += size;
  }
  return <u32>(at - from);
}

function mergeEntry(from: usize, scales: usize): u32 {
  const hash = load<u64>(from);
  const bytes = <usize>load<u32>(from, KEY_LENGTH);
  const known = storedEntry(hash, keyOf(from), bytes);
  const into = known !== 0 ? known : emptyEntry(hash, bytes);
  if (known === 0) memory.copy(keyOf(into), keyOf(from), bytes);
  if (known === 0 || place(from) < place(into)) store<u64>(into, load<u64>(from, CHUNK), CHUNK);
  store<u64>(into, load<u64>(into, RECORDS) + load<u64>(from, RECORDS), RECORDS);
  for (let i: u32 = 0; i < measureCount; i++) {
    const offset = MEASURES + <usize>i * MEASURED_BYTES;
    mergeMeasure(from + offset, into + offset, power(scaleOf(i) - load<u32>(scales + <usize>i * 4)));
  }
  return <u32>(into - entries);
}

function place(entry: usize): u64 {
  return ((<u64>load<u32>(entry, CHUNK)) << 32) | <u64>load<u32>(entry, LINE);
}

function mergeMeasure(from: usize, into: usize, factor: u64): void {
  const values = load<u64>(from);
  store<u64>(into, load<u64>(into, BLANKS) + load<u64>(from, BLANKS), BLANKS);
  if (values === 0) return;
  const had = load<u64>(into);
  store<u64>(into, had + values);
  load128(into + SUM);
  if (!hasRoom(1)) wide();
  load128(from + SUM);
  if (!hasRoom(factor)) wide();
  scaled(from + SUM, factor);
  add128(into + SUM);
  scaled(from + LEAST, factor);
  if (had === 0 || isBelow(into + LEAST)) store128(into + LEAST);
  scaled(from + MOST, factor);
  if (had === 0 || isAbove(into + MOST)) store128(into + MOST);
}

function scaled(at: usize, factor: u64): void {
  load128(at);
  if (factor !== 1) times(factor);
}
