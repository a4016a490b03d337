import { inputError, type UserError } from '../errors.ts';

/** Up to here packed data may grow as it likes; beyond, no table does by such a factor. */
const FREE_BYTES = 64 * 1024 * 1024;
const MOST_RATIO = 300;
/** What a workbook or a zipped table that must be held in memory may unpack to. */
export const MOST_IN_MEMORY = 1024 * 1024 * 1024;

/** Refuses packed data that unpacks to far more than any table would. */
export class UnpackLimit {
  readonly #name: string;
  #packed = 0;
  #unpacked = 0;

  constructor(name: string) {
    this.#name = name;
  }

  async *counted(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of bytes) {
      this.#packed += chunk.length;
      yield chunk;
    }
  }

  check(length: number): void {
    this.#unpacked += length;
    if (isTooMuch(this.#packed, this.#unpacked)) throw tooMuch(this.#name);
  }
}

export const isTooMuch = (packed: number, unpacked: number): boolean =>
  unpacked > FREE_BYTES && unpacked > packed * MOST_RATIO;

export const tooMuch = (name: string): UserError =>
  inputError(
    `${name}: unpacks to more than ${MOST_RATIO} times its size, as no table does`,
    'unpack it by hand, look at it, and name the unpacked file',
  );
