// The question, as the TypeScript side writes it before the first byte.
//
// A key part takes 16 bytes: column, most characters, and the place of its text in the current record (from, to).
// A measure takes 24 bytes: column, flags, place and number of its null tokens, scale; a token is its length and bytes.

import { settings } from './layout';

export const LINE_FEED: u32 = 10;
export const RETURN: u32 = 13;
export const QUOTE: u32 = 34;

export const KEY_BYTES: usize = 16;
export const MEASURE_BYTES: usize = 24;

/** An empty cell holds no value. */
export const EMPTY_IS_NULL: u32 = 1;
/** A null token looks like a number, so tokens are looked for first. */
export const NULLS_FIRST: u32 = 2;

export let delimiter: u32 = 44;
/** Whether a return may occur; where none does, none is looked for. */
export let hasReturns: bool = false;
/** How many fields the header has. */
export let width: u32 = 0;
export let keyCount: u32 = 0;
export let measureCount: u32 = 0;

export function ask(delimiterByte: u32, fields: u32, keys: u32, measures: u32): void {
  delimiter = delimiterByte;
  width = fields;
  keyCount = keys;
  measureCount = measures;
}

export function expectReturns(may: bool): void {
  hasReturns = may;
}

export function keyPart(i: u32): usize {
  return settings + <usize>i * KEY_BYTES;
}

export function measurePart(i: u32): usize {
  return settings + <usize>keyCount * KEY_BYTES + <usize>i * MEASURE_BYTES;
}
