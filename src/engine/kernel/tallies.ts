import { decimal, type Exact } from '../../math/exact.ts';
import type { KeyPart, Place, Tally } from '../engine.ts';
import { addMeasured, type OpenMeasured } from '../measured.ts';
import type { Kernel } from './kernel.ts';
import type { OddMeasure } from './leftovers.ts';

/** Turns a place told in a chunk to one in the source. */
export type PlaceOf = (chunk: number, line: number) => Place;

const MEASURES = 32;
const MEASURED_BYTES = 64;

/** The tallies of a kernel, with the cells it left to others, in the order of their first records. */
export function talliesOf(kernel: Kernel, odd: readonly OddMeasure[], placeOf: PlaceOf, most = Infinity): Tally[] {
  const { exports, ask } = kernel;
  const bytes = kernel.bytes(exports.entriesAt() >>> 0, exports.entriesBytes() >>> 0);
  const scales = kernel.scales();
  const oddAt = byEntry(odd);
  const parts = ask.keys.map(() => new Map<string, string>());
  const tallies: Tally[] = [];
  for (let at = 0; at < bytes.length && tallies.length < most; ) {
    const keyAt = at + MEASURES + ask.measures.length * MEASURED_BYTES;
    const measures = scales.map((scale, i) => measuredAt(bytes, at + MEASURES + i * MEASURED_BYTES, scale));
    for (const { measure, measured } of oddAt.get(at) ?? []) addMeasured(measures[measure] as OpenMeasured, measured);
    const first = placeOf(bytes.readUInt32LE(at + 16), bytes.readUInt32LE(at + 20));
    tallies.push({ key: keyOf(bytes, keyAt, ask.keys, parts), records: count(bytes, at + 24), measures, first });
    at = keyAt + bytes.readUInt32LE(at + 8);
  }
  return tallies.sort((a, b) => a.first.file - b.first.file || a.first.line - b.first.line);
}

/** Several threads may each have odd cells of one measure under one entry. */
function byEntry(odd: readonly OddMeasure[]): Map<number, OddMeasure[]> {
  const entries = new Map<number, OddMeasure[]>();
  for (const one of odd) entries.set(one.entry, [...(entries.get(one.entry) ?? []), one]);
  return entries;
}

const count = (bytes: Buffer, at: number): number => bytes.readUInt32LE(at) + bytes.readUInt32LE(at + 4) * 2 ** 32;

/** Texts that have been seen in the same part are shared. */
function keyOf(bytes: Buffer, start: number, keys: readonly KeyPart[], seen: readonly Map<string, string>[]): string[] {
  let at = start;
  return keys.map(({ length: most }, i) => {
    const length = bytes.readUInt32LE(at);
    const text = bytes.toString('utf8', at + 8, at + 8 + length).slice(0, most);
    at += 8 + ((length + 7) & ~7);
    if (keys.length === 1) return text;
    const known = seen[i]?.get(text);
    if (known === undefined) seen[i]?.set(text, text);
    return known ?? text;
  });
}

function measuredAt(bytes: Buffer, at: number, scale: number): OpenMeasured {
  const values = count(bytes, at);
  return {
    values,
    blanks: count(bytes, at + 8),
    rejected: 0,
    sum: exactAt(bytes, at + 16, scale),
    min: values === 0 ? null : exactAt(bytes, at + 32, scale),
    max: values === 0 ? null : exactAt(bytes, at + 48, scale),
  };
}

/** Reads a number of 128 bits with `scale` decimals; trailing zeros are dropped, so equal values have one form. */
function exactAt(bytes: Buffer, at: number, scale: number): Exact {
  const middle = bytes.readInt32LE(at + 4);
  const high = bytes.readInt32LE(at + 8);
  if (scale === 0 && high === middle >> 31 && middle >= -(2 ** 20) && middle < 2 ** 20) {
    return middle * 2 ** 32 + bytes.readUInt32LE(at);
  }
  let coefficient = (bytes.readBigInt64LE(at + 8) << 64n) | bytes.readBigUInt64LE(at);
  let decimals = scale;
  for (; decimals > 0 && coefficient % 10n === 0n; decimals--) coefficient /= 10n;
  return decimal(coefficient, decimals);
}
