import { isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { inputError, UserError } from '../errors.ts';

/** Names of encodings that users write and `TextDecoder` does not know. */
const ALIASES: Readonly<Record<string, string>> = { cp874: 'windows-874', 'latin-1': 'latin1', cp1252: 'windows-1252' };

/** The decoder of an encoding named by the user. */
export function decoderOf(encoding: string): TextDecoder {
  const label = ALIASES[encoding.toLowerCase()] ?? encoding;
  try {
    return new TextDecoder(label, { fatal: true });
  } catch (cause) {
    const hint = 'some that are: utf-8, utf-16le, windows-874, windows-1252, shift_jis, gb18030';
    throw new UserError(`--encoding ${encoding} is not an encoding known here`, { hint, cause });
  }
}

/**
 * Gives the bytes of a text as UTF-8, decoding them where an encoding is named and checking them where none is.
 *
 * A sequence split over two chunks survives. `cut` says that the bytes may end inside a sequence.
 */
export async function* utf8(
  name: string,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  encoding?: string,
  cut = false,
): AsyncGenerator<Uint8Array> {
  if (encoding === undefined) yield* checkedUtf8(name, chunks, cut);
  else yield* decoded(name, chunks, encoding, cut);
}

async function* decoded(
  name: string,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  encoding: string,
  cut: boolean,
): AsyncGenerator<Uint8Array> {
  const decoder = decoderOf(encoding);
  try {
    for await (const chunk of chunks) {
      yield Buffer.from(corrected(decoder.decode(chunk, { stream: true }), decoder.encoding));
    }
    if (!cut) yield Buffer.from(decoder.decode());
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    throw inputError(`${name}: is not valid ${decoder.encoding}`, 'name another with --encoding', cause);
  }
}

/** The characters of windows-1252 from 0x80 to 0x9F, which some versions of Node decode as ISO 8859-1. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

/** Makes good where `TextDecoder` keeps bytes that the encoding gives another letter, or none. */
function corrected(text: string, encoding: string): string {
  if (encoding === 'windows-1252') {
    return text.replace(/[\u0080-\u009F]/g, (letter) => WINDOWS_1252[letter.charCodeAt(0) - 0x80] ?? letter);
  }
  if (encoding !== 'windows-874' || !/[\u0080-\u009F\uF8C1-\uF8C8]/.test(text)) return text;
  throw new TypeError('windows-874 has no letter for a byte');
}

async function* checkedUtf8(
  name: string,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  cut: boolean,
): AsyncGenerator<Uint8Array> {
  let tail: Uint8Array = new Uint8Array(0);
  let lines = 1;
  for await (const chunk of chunks) {
    const bytes = tail.length > 0 ? Buffer.concat([tail, chunk]) : chunk;
    const end = bytes.length - openSequence(bytes);
    const complete = bytes.subarray(0, end);
    if (!isUtf8(complete)) throw notUtf8(name, complete, lines);
    lines += newlines(complete);
    tail = bytes.subarray(end);
    yield complete;
  }
  if (tail.length > 0 && !cut) throw notUtf8(name, tail, lines);
}

/** How many bytes at the end begin a sequence that is not finished there: 0 to 3. */
export function openSequence(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
    if (byte < 0x80) return 0;
  }
  return 0;
}

function newlines(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) count++;
  return count;
}

function notUtf8(name: string, bytes: Uint8Array, firstLine: number): UserError {
  let good = 0;
  for (let step = bytes.length; step >= 1; step = step >> 1) {
    while (good + step <= bytes.length && isValidStart(bytes.subarray(0, good + step))) good += step;
  }
  good -= openSequence(bytes.subarray(0, good));
  const line = firstLine + newlines(bytes.subarray(0, good));
  const byte = (bytes[good] ?? 0).toString(16).toUpperCase();
  const hint = 'name the encoding: --encoding windows-874 for Thai, windows-1252 for western Europe';
  return inputError(`${name}:${line}: is not UTF-8 (byte 0x${byte})`, hint);
}

const isValidStart = (bytes: Uint8Array): boolean => isUtf8(bytes.subarray(0, bytes.length - openSequence(bytes)));
