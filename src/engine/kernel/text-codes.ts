/** Numbers the distinct texts in the memory of a kernel, found by their bytes: most repeat one that is known. */
export class TextCodes {
  readonly texts: string[] = [];
  readonly #words: Int32Array;
  readonly #bytes: Buffer;
  readonly #most: number | undefined;
  /** For each code, where its text begins, in words; its length in bytes stands two words before. */
  readonly #places: number[] = [];
  readonly #hashes: number[] = [];
  /** Open addressing: a code and one, or 0. */
  #slots = new Uint32Array(256);

  /** `most` is how many characters of a text count. */
  constructor(words: Int32Array, most?: number) {
    this.#words = words;
    this.#bytes = Buffer.from(words.buffer, words.byteOffset, words.byteLength);
    this.#most = most;
  }

  /** The code of the text of `length` bytes at the word `at`, with zeros behind it up to a whole word. */
  code(at: number, length: number): number {
    const hash = this.#hash(at, length);
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (let held = this.#slots[slot] ?? 0; held !== 0; held = this.#slots[slot] ?? 0) {
      if (this.#hashes[held - 1] === hash && this.#isSame(this.#places[held - 1] ?? 0, at, length)) return held - 1;
      slot = (slot + 1) & mask;
    }
    this.#slots[slot] = this.texts.push(this.#text(at, length));
    this.#places.push(at);
    this.#hashes.push(hash);
    if (this.texts.length * 2 > mask) this.#grow();
    return this.texts.length - 1;
  }

  #hash(at: number, length: number): number {
    let hash = length;
    for (let i = at; i < at + ((length + 3) >> 2); i++) hash = Math.imul(hash ^ (this.#words[i] ?? 0), 0x2c1b3c6d);
    return hash ^ (hash >>> 15);
  }

  #isSame(known: number, at: number, length: number): boolean {
    if (this.#words[known - 2] !== length) return false;
    for (let i = 0; i < (length + 3) >> 2; i++) if (this.#words[known + i] !== this.#words[at + i]) return false;
    return true;
  }

  #text(at: number, length: number): string {
    const text = this.#bytes.toString('utf8', at * 4, at * 4 + length);
    return this.#most === undefined ? text : text.slice(0, this.#most);
  }

  #grow(): void {
    this.#slots = new Uint32Array(this.#slots.length * 4);
    const mask = this.#slots.length - 1;
    for (const [code, hash] of this.#hashes.entries()) {
      let slot = hash & mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
      this.#slots[slot] = code + 1;
    }
  }
}
