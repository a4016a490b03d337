import type { KeyColumn, KeyPart } from '../engine.ts';
import { PartTexts } from './part-texts.ts';

/** Makes texts of the keys in entries, whose parts lie one behind the other. */
export class KeyTexts {
  readonly #words: Int32Array;
  readonly #keys: readonly KeyPart[];
  readonly #parts: readonly PartTexts[];

  constructor(words: Int32Array, keys: readonly KeyPart[]) {
    this.#words = words;
    this.#keys = keys;
    this.#parts = this.#newParts();
  }

  #newParts(): PartTexts[] {
    return this.#keys.map(({ length }) => new PartTexts(this.#words, length));
  }

  /** The key that begins at the word `start`. */
  key(start: number): string[] {
    let at = start;
    return this.#parts.map((part) => {
      const text = part.textAt(at);
      at = this.#behind(at);
      return text;
    });
  }

  /** The parts of the keys that begin at some words, by columns. */
  columns(starts: Uint32Array): KeyColumn[] {
    const parts = this.#newParts();
    const places = parts.map(() => new Uint32Array(starts.length));
    for (let i = 0; i < starts.length; i++) {
      let at = starts[i] ?? 0;
      for (let part = 0; part < places.length; part++) {
        (places[part] as Uint32Array)[i] = (parts[part] as PartTexts).placeAt(at);
        at = this.#behind(at);
      }
    }
    return parts.map(({ texts }, part) => ({ texts, places: places[part] as Uint32Array }));
  }

  /** The word behind a part: a length in eight bytes, then so many bytes up to a multiple of eight. */
  #behind(at: number): number {
    return at + 2 + (((this.#words[at] ?? 0) + 7) >> 3) * 2;
  }
}
