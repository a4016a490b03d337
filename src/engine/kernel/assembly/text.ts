// The text of a raw field: without its quotes, doubled ones made one, as the reference engine's parser has it.

import { scratch } from './layout';
import { QUOTE } from './settings';

/** Where the text of the field last asked for lies: in the input, or in the scratch. */
export let textFrom: usize = 0;
export let textTo: usize = 0;

let free: usize = 0;

/** Makes the scratch free again, for the next record. */
export function clearScratch(): void {
  free = scratch;
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
  if (at + 1 < to) rewrite(from, to);
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
