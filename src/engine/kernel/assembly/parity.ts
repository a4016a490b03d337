// Whether a stretch holds an odd number of quotes, which tells whether what follows it lies in quotes.

import { QUOTE } from './settings';

/** Of the `bytes` at `from`: 1 or 0. */
export function oddQuotes(from: usize, bytes: usize): u32 {
  const quote = i8x16.splat(<i8>QUOTE);
  let ones: v128 = i8x16.splat(0);
  let at = from;
  const past = from + (bytes & ~15);
  for (; at < past; at += 16) ones = v128.xor(ones, i8x16.eq(v128.load(at), quote));
  let odd = <u32>popcnt(<u32>i8x16.bitmask(ones)) & 1;
  for (; at < from + bytes; at++) if (load<u8>(at) === QUOTE) odd ^= 1;
  return odd;
}
