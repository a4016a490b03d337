import { isAscii } from 'node:buffer';
import type { Decision } from './reading.ts';

/** What the bytes above 127 of a text look like. */
interface HighBytes {
  /** Bytes that are letters in one encoding or another, not marks that windows-874 and windows-1252 share. */
  count: number;
  /** Sequences that are a letter in UTF-8, and bytes that belong to none. */
  letters: number;
  strays: number;
  /** Those beside an ASCII letter, as the accented letters of a Latin word are. */
  inWords: number;
  notThai: number;
  notWestern: number;
}

/** The encoding of a text by its first bytes, and why; null where nothing tells it. */
export function encodingOf(bytes: Uint8Array): Decision | null {
  const start = Buffer.from(bytes.subarray(0, 3)).toString('latin1');
  if (start === '\u00EF\u00BB\u00BF') return { value: 'utf-8', reason: 'it begins with the mark of UTF-8' };
  if (start.startsWith('\u00FF\u00FE')) return { value: 'utf-16le', reason: 'it begins with the mark of UTF-16' };
  if (start.startsWith('\u00FE\u00FF')) return { value: 'utf-16be', reason: 'it begins with the mark of UTF-16' };
  return markless16(bytes) ?? (isAscii(bytes) ? PLAIN : singleByteOf(highBytes(bytes)));
}

/** Latin letters in UTF-16 have a zero in every other byte. */
function markless16(bytes: Uint8Array): Decision | null {
  const length = Math.min(bytes.length, 4096) & ~1;
  const zeros = [0, 0];
  for (let i = 0; i < length; i++) if (bytes[i] === 0) zeros[i & 1] = (zeros[i & 1] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (length < 8 || Math.max(even, odd) < length / 8 || Math.min(even, odd) > length / 100) return null;
  const value = odd > even ? 'utf-16le' : 'utf-16be';
  return { value, reason: 'every other byte of its Latin letters is zero' };
}

const PLAIN: Decision = { value: 'utf-8', reason: 'all bytes looked at are plain ASCII' };

/** Few strays among letters are damage to a UTF-8 text; many mean that it never was one. */
function singleByteOf(high: HighBytes): Decision | null {
  const { count, letters, strays, inWords, notThai, notWestern } = high;
  if (strays === 0) return { value: 'utf-8', reason: `its ${letters} letters beyond ASCII are valid UTF-8` };
  if (strays <= letters / 5)
    return { value: 'utf-8', reason: 'all but a few of its letters beyond ASCII are valid UTF-8' };
  if (count === 0) {
    const reason = 'not UTF-8, and its bytes above 127 are quotation marks and dashes, alike in all Windows encodings';
    return { value: 'windows-1252', reason };
  }
  if (notThai === 0 && inWords <= count / 5) {
    return { value: 'windows-874', reason: `not UTF-8, and its ${count} bytes above 127 are Thai letters` };
  }
  if (notWestern === 0 && inWords >= count / 2) {
    return {
      value: 'windows-1252',
      reason: `not UTF-8, and its ${count} bytes above 127 stand in Latin words`,
    };
  }
  return null;
}

function highBytes(bytes: Uint8Array): HighBytes {
  const high: HighBytes = { count: 0, letters: 0, strays: 0, inWords: 0, notThai: 0, notWestern: 0 };
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] as number;
    if (byte < 0x80 || SHARED_MARKS.has(byte)) continue;
    high.count++;
    if (isLatin(bytes[at - 1]) || isLatin(bytes[at + 1])) high.inWords++;
    if (byte < 0xa0 || byte > 0xfb || (byte > 0xda && byte < 0xdf)) high.notThai++;
    if (NOT_WESTERN.has(byte)) high.notWestern++;
  }
  countLetters(bytes, high);
  return high;
}

const SHARED_MARKS = new Set([0x80, 0x85, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0xa0]);
const NOT_WESTERN = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

const isLatin = (byte = 0): boolean => (byte > 0x40 && byte < 0x5b) || (byte > 0x60 && byte < 0x7b);

/** A sequence that the bytes end in is no stray. */
function countLetters(bytes: Uint8Array, high: HighBytes): void {
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at] as number;
    if (byte < 0x80) {
      at++;
      continue;
    }
    const length = byte >= 0xf0 && byte < 0xf5 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc2 ? 2 : 0;
    let end = at + 1;
    while (end < at + length && ((bytes[end] ?? 0) & 0xc0) === 0x80) end++;
    if (length > 0 && end - at === length && byte < 0xf5) high.letters++;
    else if (length === 0 || end < bytes.length) high.strays++;
    at = length > 0 && end - at === length ? end : at + 1;
  }
}
