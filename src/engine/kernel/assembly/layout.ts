// Memory, from the bottom: settings, rewritten, separators, ends, scratch, input, slots, entries. A region grows by pushing those
// above it upwards, so nothing points into memory for longer than a window, and offsets are kept instead of addresses.

import { full } from './host';

export const WINDOW: usize = 32768;

/** Zero bytes behind the input, so that a vector read at its end sees nothing. */
const PADDING: usize = 128;
const PAGE: usize = 65536;

export let settings: usize = 0;
export let rewritten: usize = 0;
export let separators: usize = 0;
export let ends: usize = 0;
export let scratch: usize = 0;
export let input: usize = 0;
export let slots: usize = 0;
export let entries: usize = 0;

/** The end of what is in use. */
let top: usize = 0;
let limit: usize = 0;

/** What is known of a rewritten text takes so many bytes; see text.ts. */
export const REWRITTEN_BYTES: usize = 12;

/**
 * Lays the regions out; `bytes` is the size of the settings, `texts` how many texts of a record are asked for, `most` the
 * limit of memory in bytes.
 */
export function layOut(bytes: usize, texts: usize, block: usize, slotBytes: usize, most: usize): void {
  limit = most;
  settings = (__heap_base + 63) & ~63;
  rewritten = settings + bytes;
  separators = (rewritten + texts * REWRITTEN_BYTES + 63) & ~63;
  ends = separators + WINDOW * 8;
  scratch = ends + WINDOW * 8 + 64;
  const room = aligned(block + PADDING);
  input = scratch + room;
  slots = input + room;
  entries = slots + slotBytes;
  top = 0;
  reach(0, entries);
}

export function separatorRoom(): usize {
  return ends - separators;
}
export function inputRoom(): usize {
  return slots - input - PADDING;
}
export function slotRoom(): usize {
  return entries - slots;
}

/** Entries begin at a multiple of eight, so that they can be read as whole words. */
function aligned(bytes: usize): usize {
  return (bytes + 63) & ~63;
}

/** Makes sure that `bytes` from an address in use lie within the regions; a sum of the two might pass 32 bits. */
export function reach(from: usize, bytes: usize): void {
  if (bytes > limit - from) full();
  const end = from + bytes;
  if (end <= top) return;
  const have = <usize>memory.size() * PAGE;
  if (end > have) {
    const want = min(limit, max(end, have + have / 8));
    const pages = (max(want, end) - have + PAGE - 1) / PAGE;
    if (memory.grow(<i32>pages) < 0) full();
  }
  top = end;
}

/** Pushes up everything from `at` by `bytes`. */
function push(at: usize, bytes: usize): void {
  const old = top;
  reach(top, bytes);
  memory.copy(at + bytes, at, old - at);
}

export function widenSeparators(atLeast: usize): void {
  const bytes = aligned(atLeast);
  push(ends, bytes);
  ends += bytes;
  scratch += bytes;
  input += bytes;
  slots += bytes;
  entries += bytes;
}

/** Widens the input, and the scratch that must hold any record of it. */
export function widenInput(atLeast: usize): void {
  const bytes = aligned(atLeast);
  push(slots, bytes * 2);
  memory.copy(input + bytes, input, slots - input);
  input += bytes;
  slots += bytes * 2;
  entries += bytes * 2;
}

export function widenSlots(bytes: usize): void {
  push(entries, bytes);
  entries += bytes;
}
