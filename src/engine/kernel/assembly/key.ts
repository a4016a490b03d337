// The key of the current record: the texts of the asked columns where they lie, cut to the asked length, and their hash.

import { fieldFrom, fieldTo } from './field';
import { KEY_BYTES, keyCount, keyPart, QUOTE } from './settings';
import { clearScratch, readText, textFrom, textTo } from './text';

const PRIME: u64 = 0x9e3779b97f4a7c15;

/** Finds the parts of the key and gives the hash of all. */
export function readKey(): u64 {
  clearScratch();
  let hash: u64 = PRIME;
  const past = keyPart(keyCount);
  for (let part = keyPart(0); part < past; part += KEY_BYTES) {
    const column = load<u32>(part);
    let from = fieldFrom(column);
    let to = fieldTo(column);
    if (load<u8>(from) === <u8>QUOTE && from < to) {
      readText(from, to);
      from = textFrom;
      to = textTo;
    }
    const most = <usize>load<u32>(part, 4);
    if (to - from > most) to = cutAt(from, to, most);
    store<u32>(part, <u32>from, 8);
    store<u32>(part, <u32>to, 12);
    hash = hashed(hash, from, to);
  }
  hash ^= hash >> 32;
  hash *= PRIME;
  return hash ^ (hash >> 29);
}

function hashed(seed: u64, from: usize, to: usize): u64 {
  let hash = (seed ^ <u64>(to - from)) * PRIME;
  let at = from;
  for (; at + 8 <= to; at += 8) hash = (rotl<u64>(hash, 29) ^ load<u64>(at)) * PRIME;
  if (at < to) hash = (rotl<u64>(hash, 29) ^ lastBytes(at, to - at)) * PRIME;
  return hash;
}

/** The 1 to 7 bytes at `at`, with zeros above them. */
export function lastBytes(at: usize, count: usize): u64 {
  return load<u64>(at) & (u64.MAX_VALUE >> (64 - ((<u64>count) << 3)));
}

/** The end of the first `most` UTF-16 units; a character of two units that would be cut stays whole. */
function cutAt(from: usize, to: usize, most: usize): usize {
  let at = from;
  let units: usize = 0;
  while (units < most && at < to) {
    const byte = load<u8>(at);
    if (byte < 0x80) at++;
    else if (byte < 0xe0) at += 2;
    else if (byte < 0xf0) at += 3;
    else {
      at += 4;
      units++;
    }
    units++;
  }
  return min(at, to);
}
