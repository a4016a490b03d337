import type { KeyPart } from '../engine.ts';

/** A text that has been seen, and where its bytes begin. */
interface Seen {
  readonly at: number;
  readonly length: number;
  readonly text: string;
  readonly next: Seen | undefined;
}

/** Makes texts of the keys in entries. Most repeat a text of the same part, which is then found by its bytes. */
export class KeyTexts {
  readonly #words: Int32Array;
  readonly #bytes: Buffer;
  readonly #keys: readonly KeyPart[];
  readonly #seen: readonly Map<number, Seen>[];

  constructor(words: Int32Array, keys: readonly KeyPart[]) {
    this.#words = words;
    this.#bytes = Buffer.from(words.buffer, words.byteOffset, words.byteLength);
    this.#keys = keys;
    this.#seen = keys.map(() => new Map());
  }

  /** The key whose parts begin at the word `start`: each a length in eight bytes, then its bytes up to a multiple. */
  key(start: number): string[] {
    let at = start;
    return this.#keys.map((part, i) => {
      const length = (this.#words[at] ?? 0) >>> 0;
      const from = at + 2;
      at = from + ((length + 7) >> 3) * 2;
      return this.#text(i, part, from, length);
    });
  }

  #text(part: number, { length: most }: KeyPart, at: number, length: number): string {
    const seen = this.#seen[part];
    const words = (length + 3) >> 2;
    let hash = length;
    for (let i = 0; i < words; i++) hash = (Math.imul(hash, 31) + (this.#words[at + i] ?? 0)) | 0;
    const first = seen?.get(hash);
    for (let one = first; one !== undefined; one = one.next) {
      if (one.length === length && this.#same(one.at, at, words)) return one.text;
    }
    const text = this.#bytes.toString('utf8', at * 4, at * 4 + length).slice(0, most);
    if (seen && seen.size < MOST_SEEN) seen.set(hash, { at, length, text, next: first });
    return text;
  }

  #same(a: number, b: number, words: number): boolean {
    for (let i = 0; i < words; i++) if (this.#words[a + i] !== this.#words[b + i]) return false;
    return true;
  }
}

/** Beyond this a part has too many texts for it to be worth looking. */
const MOST_SEEN = 20_000;
