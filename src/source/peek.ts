import { isAscii } from 'node:buffer';

/** Bytes that can be read: a regular file as often as asked for, a stream once. */
export interface Readable {
  /** Where a regular file lies whose bytes these are; null for all else. */
  readonly path: string | null;
  /** Its length in bytes, where that is known beforehand. */
  readonly size?: number | undefined;
  /** Its last bytes, where they can be had without reading the others. */
  readonly tail?: (() => Promise<Uint8Array>) | undefined;
  bytes(): AsyncIterable<Uint8Array>;
}

/** How much of a file is looked at before its records are read, and how far plain ASCII is followed for other letters. */
const HEAD_BYTES = 64 * 1024;
const ASCII_BYTES = 16 * 1024 * 1024;

export interface Peeked {
  readonly head: Uint8Array;
  /** The first block with a byte above 127 in it, or the head: what tells the encoding. */
  readonly evidence: Uint8Array;
  /** True when the head is the whole file. */
  readonly whole: boolean;
  /** All bytes from the start: once for a stream, as often as asked for a file. */
  again(): AsyncIterable<Uint8Array>;
}

/** Reads the head of a file; `far` follows plain ASCII up to the first other letter. */
export async function peek(raw: Readable, far = false): Promise<Peeked> {
  const iterator = raw.bytes()[Symbol.asyncIterator]();
  const chunks: Uint8Array[] = [];
  let head: Uint8Array = new Uint8Array(0);
  let [length, done] = [0, false];
  let evidence: Uint8Array | undefined;
  while (!done && (length < HEAD_BYTES || (far && evidence === undefined && length < ASCII_BYTES))) {
    const next = await iterator.next();
    done = next.done === true;
    if (next.done) break;
    length += next.value.length;
    if (head.length < HEAD_BYTES) head = head.length === 0 ? next.value : Buffer.concat([head, next.value]);
    if (far && evidence === undefined && !isAscii(next.value)) evidence = length === head.length ? head : next.value;
    if (raw.path === null) chunks.push(next.value);
  }
  const whole = (done && length === head.length) || head.length === raw.size;
  const told = { head, evidence: evidence && length === head.length ? head : (evidence ?? head), whole };
  if (raw.path === null) return { ...told, again: () => resumed(chunks, iterator) };
  await iterator.return?.();
  return { ...told, again: raw.bytes };
}

async function* resumed(chunks: Uint8Array[], rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  for (let chunk = chunks.shift(); chunk !== undefined; chunk = chunks.shift()) yield chunk;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}
