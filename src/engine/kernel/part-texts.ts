/** So many texts of a part are kept where they are asked for one by one. */
const MOST_KEPT = 20_000;

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
    const slot = this.#slotOf(at);
    const place = (this.#slots[slot] ?? 0) - 1;
    return place < 0 ? this.#added(at, slot) : place;
  }

  /** The text at the word `at`, kept for the next time while there are not too many. */
  textAt(at: number): string {
    const slot = this.#slotOf(at);
    const place = (this.#slots[slot] ?? 0) - 1;
    if (place < 0 && this.texts.length >= MOST_KEPT) return this.#read(at);
    return this.texts[place < 0 ? this.#added(at, slot) : place] ?? '';
  }

  /** The slot of the text at the word `at`, or a free one for it. */
  #slotOf(at: number): number {
    const mask = this.#slots.length - 1;
    const words = wordsOf(this.#words[at] ?? 0);
    for (let slot = this.#hash(at, words) & mask; ; slot = (slot + 1) & mask) {
      const place = (this.#slots[slot] ?? 0) - 1;
      if (place < 0 || this.#same(this.#starts[place] ?? 0, at, words)) return slot;
    }
  }

  #added(at: number, slot: number): number {
    const place = this.#starts.push(at) - 1;
    this.texts.push(this.#read(at));
    this.#slots[slot] = place + 1;
    if (this.#starts.length * 2 > this.#slots.length) this.#grow();
    return place;
  }

  #read(at: number): string {
    const from = (at + 2) * 4;
    return this.#bytes.toString('utf8', from, from + (this.#words[at] ?? 0)).slice(0, this.#most);
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
