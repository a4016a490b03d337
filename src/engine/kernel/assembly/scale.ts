// The number of decimals that all values of a measure are held with, kept in the measure's settings.

import { entries } from './layout';
import { LEAST, MOST, SUM } from './measure';
import { measurePart } from './settings';
import { entryBytes, MEASURED_BYTES, MEASURES, sizeOf } from './table';
import { high, load128, power, store128, times } from './wide';

/** The upper half of the largest numbers of 128 bits that are counted on: two of them can be added. */
const ROOM: i64 = 0x3fffffffffffffff;

/** Whether the number at hand stays small enough when it is multiplied by `factor`. */
export function hasRoom(factor: u64): bool {
  const most = ROOM / <i64>factor;
  return high < most && high > -most;
}

export function scaleOf(measure: u32): u32 {
  return load<u32>(measurePart(measure), 16);
}

/** Brings all values of a measure to `scale` decimals; false, and nothing is changed, where one is too large. */
export function raiseScale(measure: u32, scale: u32): bool {
  const factor = power(scale - scaleOf(measure));
  const first = entries + MEASURES + <usize>measure * MEASURED_BYTES;
  for (let at: usize = 0; at < entryBytes; at += sizeOf(entries + at)) {
    load128(first + at + SUM);
    if (!hasRoom(factor)) return false;
  }
  for (let at: usize = 0; at < entryBytes; at += sizeOf(entries + at)) {
    multiply(first + at + SUM, factor);
    multiply(first + at + LEAST, factor);
    multiply(first + at + MOST, factor);
  }
  store<u32>(measurePart(measure), scale, 16);
  return true;
}

function multiply(at: usize, factor: u64): void {
  load128(at);
  times(factor);
  store128(at);
}
