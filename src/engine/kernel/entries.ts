import { decimal, type Exact } from '../../math/exact.ts';
import type { OpenMeasured } from '../measured.ts';
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

  /** The first `most` entries in the order of their first records. */
  inOrder(most: number): Uint32Array {
    const starts = new Uint32Array(Math.min(most, this.#kernel.exports.entriesCount() >>> 0));
    let isSorted = true;
    for (let i = 0, at = 0; i < starts.length; i++) {
      starts[i] = at;
      if (i > 0 && this.#compare(starts[i - 1] ?? 0, at) > 0) isSorted = false;
      at = this.#keyAt(at) + this.#word(at + KEY_LENGTH) / 4;
    }
    return isSorted ? starts : starts.sort((a, b) => this.#compare(a, b));
  }

  #compare(a: number, b: number): number {
    return this.chunk(a) - this.chunk(b) || this.line(a) - this.line(b);
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

  measures(entry: number): OpenMeasured[] {
    return this.#scales.map((scale, i) => this.#measured(entry + MEASURES + i * MEASURED_WORDS, scale));
  }

  #measured(at: number, scale: number): OpenMeasured {
    const values = this.#count(at);
    return {
      values,
      blanks: this.#count(at + 2),
      rejected: 0,
      sum: this.#exact(at + 4, scale),
      min: values === 0 ? null : this.#exact(at + 8, scale),
      max: values === 0 ? null : this.#exact(at + 12, scale),
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
