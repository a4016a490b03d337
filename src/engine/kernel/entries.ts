import { decimal, type Exact } from '../../math/exact.ts';
import type { KeyColumn, MeasuredAt } from '../engine.ts';
import type { Kernel } from './kernel.ts';
import { KeyTexts } from './key-texts.ts';

// Of an entry, in words of four bytes; see assembly/table.ts.
const KEY_LENGTH = 2;
const CHUNK = 4;
const LINE = 5;
const RECORDS = 6;
const MEASURES = 8;
const MEASURED_WORDS = 16;

/** The entries of a kernel where they lie in its memory, each named by the word at which it begins. */
export class Entries {
  readonly #kernel: Kernel;
  readonly #words: Int32Array;
  readonly #scales: readonly number[];
  readonly #texts: KeyTexts;

  constructor(kernel: Kernel) {
    const { exports } = kernel;
    this.#kernel = kernel;
    this.#words = new Int32Array(exports.memory.buffer, exports.entriesAt() >>> 0, (exports.entriesBytes() >>> 0) / 4);
    this.#scales = kernel.scales();
    this.#texts = new KeyTexts(this.#words, kernel.ask.keys);
  }

  get measureCount(): number {
    return this.#scales.length;
  }

  /** The first `most` entries in the order of their first records. */
  inOrder(most: number): Uint32Array {
    const starts = new Uint32Array(Math.min(most, this.#kernel.exports.entriesCount() >>> 0));
    const firsts = new Float64Array(starts.length);
    let isSorted = true;
    for (let i = 0, at = 0; i < starts.length; i++) {
      starts[i] = at;
      const first = this.chunk(at) * 2 ** 32 + this.line(at);
      firsts[i] = first;
      if (i > 0 && (firsts[i - 1] ?? 0) > first) isSorted = false;
      at = this.#keyAt(at) + this.#word(at + KEY_LENGTH) / 4;
    }
    return isSorted ? starts : sortedBy(firsts, starts);
  }

  chunk(entry: number): number {
    return this.#word(entry + CHUNK);
  }

  line(entry: number): number {
    return this.#word(entry + LINE);
  }

  records(entry: number): number {
    return this.#count(entry + RECORDS);
  }

  key(entry: number): string[] {
    return this.#texts.key(this.#keyAt(entry));
  }

  /** The parts of the keys of some entries, by columns. */
  keyColumns(entries: Uint32Array): KeyColumn[] {
    return this.#texts.columns(entries.map((entry) => this.#keyAt(entry)));
  }

  /** What the kernel itself measured, by entry. */
  measured(measure: number): MeasuredAt {
    const from = MEASURES + measure * MEASURED_WORDS;
    const scale = this.#scales[measure] ?? 0;
    const values = (entry: number) => this.#count(entry + from);
    const end = (word: number) => (entry: number) =>
      values(entry) === 0 ? null : this.#exact(entry + from + word, scale);
    return {
      values,
      blanks: (entry) => this.#count(entry + from + 2),
      rejected: () => 0,
      sum: (entry) => this.#exact(entry + from + 4, scale),
      min: end(8),
      max: end(12),
      flags: () => undefined,
    };
  }

  /** Reads a number of 128 bits with `scale` decimals; trailing zeros are dropped, so equal values have one form. */
  #exact(at: number, scale: number): Exact {
    const [middle, high] = [this.#words[at + 1] ?? 0, this.#words[at + 2] ?? 0];
    if (scale === 0 && high === middle >> 31 && middle >= -(2 ** 20) && middle < 2 ** 20) {
      return middle * 2 ** 32 + this.#word(at);
    }
    let coefficient = BigInt(this.#words[at + 3] ?? 0);
    for (const part of [high >>> 0, middle >>> 0, this.#word(at)]) coefficient = (coefficient << 32n) | BigInt(part);
    let decimals = scale;
    for (; decimals > 0 && coefficient % 10n === 0n; decimals--) coefficient /= 10n;
    return decimal(coefficient, decimals);
  }

  #keyAt(entry: number): number {
    return entry + MEASURES + this.#scales.length * MEASURED_WORDS;
  }

  #word(at: number): number {
    return (this.#words[at] ?? 0) >>> 0;
  }

  #count(at: number): number {
    return this.#word(at) + this.#word(at + 1) * 2 ** 32;
  }
}

const DIGIT = 2 ** 11;

/** The values in the order of their ranks, which are whole numbers: by one digit after the other, the last first. */
function sortedBy(ranks: Float64Array, values: Uint32Array): Uint32Array {
  const most = ranks.reduce((greatest, rank) => Math.max(greatest, rank), 0);
  let sorted = { ranks, values };
  for (let unit = 1; unit <= most; unit *= DIGIT) sorted = sortedByDigit(sorted, unit);
  return sorted.values;
}

function sortedByDigit({ ranks, values }: { ranks: Float64Array; values: Uint32Array }, unit: number) {
  const next = new Uint32Array(DIGIT + 1);
  const digits = new Uint32Array(ranks.length);
  for (let i = 0; i < digits.length; i++) {
    const digit = Math.floor((ranks[i] ?? 0) / unit) % DIGIT;
    digits[i] = digit;
    next[digit + 1] = (next[digit + 1] ?? 0) + 1;
  }
  for (let digit = 1; digit < DIGIT; digit++) next[digit] = (next[digit] ?? 0) + (next[digit - 1] ?? 0);
  const sorted = { ranks: new Float64Array(ranks.length), values: new Uint32Array(ranks.length) };
  for (let i = 0; i < digits.length; i++) {
    const digit = digits[i] ?? 0;
    const at = next[digit] ?? 0;
    next[digit] = at + 1;
    sorted.ranks[at] = ranks[i] ?? 0;
    sorted.values[at] = values[i] ?? 0;
  }
  return sorted;
}
