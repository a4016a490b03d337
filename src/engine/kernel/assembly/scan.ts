// Where fields and records end. Two scanners fill the same two lists: `separators` holds the address of every delimiter
// and line end outside quotes, `ends` for every record the number of separators up to its end and the lines up to it.

import { odd } from './host';
import { ends, separatorRoom, separators, WINDOW } from './layout';
import { scanRelaxed } from './scan-relaxed';
import { scanStrict } from './scan-strict';

/** The state between two bytes: at the start of a field, in its text, in quotes, or behind a quote in quotes. */
export const START: u32 = 0;
export const TEXT: u32 = 1;
export const QUOTED: u32 = 2;
export const CLOSED: u32 = 3;

export let state: u32 = START;
export let separatorCount: u32 = 0;
export let endCount: u32 = 0;
/** Line feeds so far, those in quotes included. */
export let lines: u32 = 0;

/** False where the state was worked out from the parity of quotes alone, so that no odd quote can be followed. */
let exact: bool = true;

export function startScan(from: u32, knownExactly: bool): void {
  state = from;
  exact = knownExactly;
  separatorCount = 0;
  endCount = 0;
  lines = 0;
}

export function found(newState: u32, newSeparators: u32, newEnds: u32, newLines: u32): void {
  state = newState;
  separatorCount = newSeparators;
  endCount = newEnds;
  lines = newLines;
}

/** How many bytes more a window of separators needs. */
export function separatorsMissing(): usize {
  const need = (<usize>separatorCount + WINDOW + 64) * 4;
  return need > separatorRoom() ? max(need - separatorRoom(), separatorRoom()) : 0;
}

/** Scans at most one window: a multiple of 64 bytes, or all that is left with zeros behind it. */
export function scan(from: usize, to: usize): void {
  if (scanStrict(from, to)) return;
  if (!exact) odd();
  scanRelaxed(from, to);
}

/** Drops the separators of `records` records, which have been read. */
export function forget(records: u32): void {
  if (records > 0) {
    const used = load<u32>(ends + (<usize>records - 1) * 8);
    separatorCount -= used;
    memory.copy(separators, separators + <usize>used * 4, <usize>separatorCount * 4);
  }
  endCount = 0;
}

/** Follows the separators of an open record, whose bytes have moved up by `distance`. */
export function shiftSeparators(distance: usize): void {
  for (let i: u32 = 0; i < separatorCount; i++) {
    const at = separators + <usize>i * 4;
    store<u32>(at, load<u32>(at) + <u32>distance);
  }
}
