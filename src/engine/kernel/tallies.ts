import { decimal, type Exact } from '../../math/exact.ts';
import type { Place, Tally } from '../engine.ts';
import { addMeasured, type OpenMeasured } from '../measured.ts';
import type { Kernel } from './kernel.ts';
import { KeyTexts } from './key-texts.ts';
import type { OddMeasure } from './leftovers.ts';

/** Turns a place told in a chunk to one in the source. */
export type PlaceOf = (chunk: number, line: number) => Place;

// Of an entry, in words of four bytes; see assembly/table.ts.
const KEY_LENGTH = 2;
const CHUNK = 4;
const LINE = 5;
const RECORDS = 6;
const MEASURES = 8;
const MEASURED_WORDS = 16;

/** The tallies of a kernel, with the cells it left to others, in the order of their first records. */
export function talliesOf(
  kernel: Kernel,
  odd: readonly OddMeasure[],
  placeOf: PlaceOf,
  most = Number.POSITIVE_INFINITY,
): Tally[] {
  const { exports, ask } = kernel;
  const words = new Int32Array(exports.memory.buffer, exports.entriesAt() >>> 0, (exports.entriesBytes() >>> 0) / 4);
  const scales = kernel.scales();
  const oddAt = byEntry(odd);
  const texts = new KeyTexts(words, ask.keys);
  const tallies: Tally[] = [];
  for (let at = 0; at < words.length && tallies.length < most; ) {
    const keyAt = at + MEASURES + scales.length * MEASURED_WORDS;
    const measures = scales.map((scale, i) => measuredAt(words, at + MEASURES + i * MEASURED_WORDS, scale));
    for (const { measure, measured } of oddAt.get(at * 4) ?? [])
      addMeasured(measures[measure] as OpenMeasured, measured);
    const first = placeOf(word(words, at + CHUNK), word(words, at + LINE));
    tallies.push({ key: texts.key(keyAt), records: count(words, at + RECORDS), measures, first });
    at = keyAt + word(words, at + KEY_LENGTH) / 4;
  }
  return tallies.sort((a, b) => a.first.file - b.first.file || a.first.line - b.first.line);
}

/** Several threads may each have odd cells of one measure under one entry. */
function byEntry(odd: readonly OddMeasure[]): Map<number, OddMeasure[]> {
  const entries = new Map<number, OddMeasure[]>();
  for (const one of odd) {
    const same = entries.get(one.entry);
    if (same) same.push(one);
    else entries.set(one.entry, [one]);
  }
  return entries;
}

const word = (words: Int32Array, at: number): number => (words[at] ?? 0) >>> 0;

const count = (words: Int32Array, at: number): number => word(words, at) + word(words, at + 1) * 2 ** 32;

function measuredAt(words: Int32Array, at: number, scale: number): OpenMeasured {
  const values = count(words, at);
  return {
    values,
    blanks: count(words, at + 2),
    rejected: 0,
    sum: exactAt(words, at + 4, scale),
    min: values === 0 ? null : exactAt(words, at + 8, scale),
    max: values === 0 ? null : exactAt(words, at + 12, scale),
  };
}

/** Reads a number of 128 bits with `scale` decimals; trailing zeros are dropped, so equal values have one form. */
function exactAt(words: Int32Array, at: number, scale: number): Exact {
  const [middle, high] = [words[at + 1] ?? 0, words[at + 2] ?? 0];
  if (scale === 0 && high === middle >> 31 && middle >= -(2 ** 20) && middle < 2 ** 20) {
    return middle * 2 ** 32 + word(words, at);
  }
  let coefficient = BigInt(words[at + 3] ?? 0);
  for (const part of [high >>> 0, middle >>> 0, word(words, at)]) coefficient = (coefficient << 32n) | BigInt(part);
  let decimals = scale;
  for (; decimals > 0 && coefficient % 10n === 0n; decimals--) coefficient /= 10n;
  return decimal(coefficient, decimals);
}
