// The text of a raw field: without its quotes, doubled ones made one, as the reference engine's parser has it.

import { REWRITTEN_BYTES, rewritten, scratch } from './layout';
import { QUOTE } from './settings';

/** Where the text of the field last asked for lies: in the input, or in the scratch. */
export let textFrom: usize = 0;
export let textTo: usize = 0;

let free: usize = 0;
/** Of each field whose text has been rewritten, as it may be asked for again: where it lies, and its text from and to. */
let known: usize = 0;

/** Makes the scratch free again, for the next record. */
export function clearScratch(): void {
  free = scratch;
  known = rewritten;
}

export function readText(from: usize, to: usize): void {
  textFrom = from;
  textTo = to;
  if (from !== to && load<u8>(from) === QUOTE) unquote(from, to);
}

function unquote(from: usize, to: usize): void {
  let at = from + 1;
  while (at < to && load<u8>(at) !== QUOTE) at++;
  textFrom = from + 1;
  textTo = at;
  if (at + 1 < to && !isKnown(from)) rewrite(from, to);
}

/** Whether the field has been rewritten before, so that the scratch need hold no more than a record. */
function isKnown(from: usize): bool {
  for (let at = rewritten; at < known; at += REWRITTEN_BYTES) {
    if (load<u32>(at) !== <u32>from) continue;
    textFrom = <usize>load<u32>(at, 4);
    textTo = <usize>load<u32>(at, 8);
    return true;
  }
  return false;
}

/** Writes the text to the scratch; one byte is kept free for the quote of a field that goes on behind its closing one. */
function rewrite(from: usize, to: usize): void {
  let out = free + 1;
  textFrom = out;
  let at = from + 1;
  while (at < to) {
    const byte = load<u8>(at++);
    if (byte === QUOTE) {
      if (at === to) break;
      if (load<u8>(at) !== QUOTE) {
        out = goOn(at, to, out);
        break;
      }
      at++;
    }
    store<u8>(out++, byte);
  }
  textTo = out;
  free = out;
  store<u32>(known, <u32>from);
  store<u32>(known, <u32>textFrom, 4);
  store<u32>(known, <u32>textTo, 8);
  known += REWRITTEN_BYTES;
}

/** What stands behind a closing quote; unless that is a zero byte, both quotes are text as well. */
function goOn(at: usize, to: usize, end: usize): usize {
  let out = end;
  if (load<u8>(at) !== 0) {
    store<u8>(--textFrom, <u8>QUOTE);
    store<u8>(out++, <u8>QUOTE);
  }
  memory.copy(out, at, to - at);
  return out + (to - at);
}
