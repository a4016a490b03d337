// The tallies, found by their key: open addressing over 8-byte slots (upper half of the hash, offset of the entry).
//
// An entry: hash 8, bytes of the key 4, flags 4, chunk 4, line 4, records 8, then each measure, then each part of the
// key as its length in 8 bytes and its bytes with zeros up to a multiple of 8.

import { lastBytes } from './key';
import { entries, reach, slotRoom, slots, widenSlots } from './layout';
import { KEY_BYTES, keyCount, keyPart, measureCount } from './settings';

export const KEY_LENGTH: usize = 8;
export const CHUNK: usize = 16;
export const LINE: usize = 20;
export const RECORDS: usize = 24;
export const MEASURES: usize = 32;
/** Of one measure: values 8, blanks 8, then sum, least and most of 16. */
export const MEASURED_BYTES: usize = 64;

export const FIRST_SLOTS: u32 = 4096;

export let entryCount: u32 = 0;
export let entryBytes: usize = 0;
let mask: u32 = 0;

export function clearTable(): void {
  entryCount = 0;
  entryBytes = 0;
  mask = FIRST_SLOTS - 1;
  memory.fill(slots, 0, slotRoom());
}

export function keyOf(entry: usize): usize {
  return entry + MEASURES + <usize>measureCount * MEASURED_BYTES;
}

/** The entry of the current key, or a new one with no records. */
export function entryOf(hash: u64): usize {
  const tag = <u32>(hash >> 32);
  let slot = <u32>hash & mask;
  while (true) {
    const held = load<u64>(slots + ((<usize>slot) << 3));
    if (held === 0) return newEntry(hash);
    if (<u32>(held >> 32) === tag) {
      const entry = entries + ((<usize>(<u32>held - 1)) << 3);
      if (isKey(keyOf(entry))) return entry;
    }
    slot = (slot + 1) & mask;
  }
}

/** Whether the key at `stored` is that of the current record. */
function isKey(stored: usize): bool {
  let at = stored;
  const past = keyPart(keyCount);
  for (let part = keyPart(0); part < past; part += KEY_BYTES) {
    let from = <usize>load<u32>(part, 8);
    const to = <usize>load<u32>(part, 12);
    if (load<u64>(at) !== <u64>(to - from)) return false;
    for (at += 8; from + 8 <= to; at += 8, from += 8) if (load<u64>(at) !== load<u64>(from)) return false;
    if (from < to) {
      if (load<u64>(at) !== lastBytes(from, to - from)) return false;
      at += 8;
    }
  }
  return true;
}

function newEntry(hash: u64): usize {
  let bytes: usize = 0;
  const past = keyPart(keyCount);
  for (let part = keyPart(0); part < past; part += KEY_BYTES) {
    bytes += 8 + ((<usize>(load<u32>(part, 12) - load<u32>(part, 8)) + 7) & ~7);
  }
  const entry = emptyEntry(hash, bytes);
  let at = keyOf(entry);
  for (let part = keyPart(0); part < past; part += KEY_BYTES) {
    const from = <usize>load<u32>(part, 8);
    const length = <usize>load<u32>(part, 12) - from;
    store<u64>(at, <u64>length);
    memory.copy(at + 8, from, length);
    at += 8 + ((length + 7) & ~7);
  }
  return entry;
}

/** Room for an entry whose key takes `bytes`, entered in the slots. */
export function emptyEntry(hash: u64, bytes: usize): usize {
  if ((entryCount + 1) * 2 > mask) growSlots();
  const size = keyOf(0) + bytes;
  reach(entries + entryBytes, size);
  const entry = entries + entryBytes;
  memory.fill(entry, 0, size);
  store<u64>(entry, hash);
  store<u32>(entry, <u32>bytes, KEY_LENGTH);
  enter(hash, entryBytes);
  entryBytes += size;
  entryCount++;
  return entry;
}

export function sizeOf(entry: usize): usize {
  return keyOf(0) + <usize>load<u32>(entry, KEY_LENGTH);
}

function enter(hash: u64, offset: usize): void {
  let slot = <u32>hash & mask;
  while (load<u64>(slots + ((<usize>slot) << 3)) !== 0) slot = (slot + 1) & mask;
  store<u64>(slots + ((<usize>slot) << 3), ((hash >> 32) << 32) | ((offset >> 3) + 1));
}

function growSlots(): void {
  widenSlots((<usize>mask + 1) << 3);
  mask = mask * 2 + 1;
  memory.fill(slots, 0, slotRoom());
  for (let at: usize = 0; at < entryBytes; at += sizeOf(entries + at)) enter(load<u64>(entries + at), at);
}

/** The entry whose stored key is the `bytes` at `key`, or 0. */
export function storedEntry(hash: u64, key: usize, bytes: usize): usize {
  let slot = <u32>hash & mask;
  while (true) {
    const held = load<u64>(slots + ((<usize>slot) << 3));
    if (held === 0) return 0;
    const entry = entries + ((<usize>(<u32>held - 1)) << 3);
    const same = load<u64>(entry) === hash && <usize>load<u32>(entry, KEY_LENGTH) === bytes;
    if (same && memory.compare(keyOf(entry), key, bytes) === 0) return entry;
    slot = (slot + 1) & mask;
  }
}
