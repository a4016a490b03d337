/** The texts of one part of the keys in entries, each made once; a text is found again by its bytes. */
export class PartTexts {
  /** In the order in which they were met. */
  readonly texts: string[] = [];
  readonly #words: Int32Array;
  readonly #bytes: Buffer;
  readonly #most: number | undefined;
  /** Where the bytes of each text lie, as words. */
  readonly #starts: number[] = [];
  /** Places of texts by hash, one more than they are; 0 where there is none. */
  #slots = new Int32Array(256);

  constructor(words: Int32Array, most: number | undefined) {
    this.#words = words;
    this.#bytes = Buffer.from(words.buffer, words.byteOffset, words.byteLength);
    this.#most = most;
  }

  /** The place of the text at the word `at`: its length in eight bytes, then its bytes up to a multiple of eight. */
  placeAt(at: number): number {
    const mask = this.#slots.length - 1;
    const words = wordsOf(this.#words[at] ?? 0);
    for (let slot = this.#hash(at, words) & mask; ; slot = (slot + 1) & mask) {
      const place = (this.#slots[slot] ?? 0) - 1;
      if (place < 0) return this.#added(at, slot);
      if (this.#same(this.#starts[place] ?? 0, at, words)) return place;
    }
  }

  #added(at: number, slot: number): number {
    const from = (at + 2) * 4;
    const place = this.#starts.push(at) - 1;
    this.texts.push(this.#bytes.toString('utf8', from, from + (this.#words[at] ?? 0)).slice(0, this.#most));
    this.#slots[slot] = place + 1;
    if (this.#starts.length * 2 > this.#slots.length) this.#grow();
    return place;
  }

  #grow(): void {
    this.#slots = new Int32Array(this.#slots.length * 4);
    const mask = this.#slots.length - 1;
    for (const [place, at] of this.#starts.entries()) {
      let slot = this.#hash(at, wordsOf(this.#words[at] ?? 0)) & mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
      this.#slots[slot] = place + 1;
    }
  }

  #hash(at: number, words: number): number {
    let hash = this.#words[at] ?? 0;
    for (let i = at + 2; i < at + 2 + words; i++) hash = Math.imul(hash ^ (this.#words[i] ?? 0), 0x9e3779b1);
    return hash ^ (hash >>> 15);
  }

  /** Bytes past the end of a text are zero. */
  #same(a: number, b: number, words: number): boolean {
    if (this.#words[a] !== this.#words[b]) return false;
    for (let i = 2; i < 2 + words; i++) if (this.#words[a + i] !== this.#words[b + i]) return false;
    return true;
  }
}

/** How many words the bytes of a text fill. */
const wordsOf = (length: number): number => (length + 3) >> 2;
