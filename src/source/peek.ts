import { isAscii } from 'node:buffer';

/** Bytes that can be read. */
export interface Readable {
  /** Where a regular file lies whose bytes these are; null for all else. */
  readonly path: string | null;
  /** True where they can be read as often as asked for; a stream can be read once. */
  readonly repeats: boolean;
  /** Its length in bytes, where that is known beforehand. */
  readonly size?: number | undefined;
  /** Its bytes from a place on, as many as a buffer takes or are left, where they can be had without reading the others. */
  readonly from?: ((position: number, into: Uint8Array) => Uint8Array) | undefined;
  bytes(): AsyncIterable<Uint8Array>;
}

/** How much of a file is looked at at once: the same from a disk and from a pipe. */
const WINDOW_BYTES = 256 * 1024;
/** How far plain ASCII is followed for other letters. */
const ASCII_BYTES = 16 * 1024 * 1024;

export interface Peeked {
  readonly head: Uint8Array;
  /** The first window with a byte above 127 in it, or the head: what tells the encoding. */
  readonly evidence: Uint8Array;
  /** True when the head is the whole file. */
  readonly whole: boolean;
  readonly repeats: boolean;
  /** All bytes from the start: once, or as often as asked for where it `repeats`. */
  again(): AsyncIterable<Uint8Array>;
}

/** Reads the head of a file, and follows plain ASCII up to the first other letter. */
export async function peek(raw: Readable): Promise<Peeked> {
  const iterator = raw.from ? windowsAt(raw.from) : windows(raw.bytes());
  const read: Uint8Array[] = [];
  const next = async () => {
    const { value, done } = await iterator.next();
    if (!done && !raw.repeats) read.push(value);
    return done ? null : value;
  };
  const head = (await next()) ?? new Uint8Array(0);
  const whole = head.length < WINDOW_BYTES || head.length === raw.size;
  let evidence: Uint8Array | null = head;
  for (let at = head.length; !whole && evidence && isAscii(evidence) && at < ASCII_BYTES; at += WINDOW_BYTES) {
    evidence = await next();
  }
  const told = { head, evidence: evidence ?? head, whole, repeats: raw.repeats };
  if (!raw.repeats) return { ...told, again: () => resumed(read, iterator) };
  await iterator.return?.(undefined);
  return { ...told, again: raw.bytes };
}

/** Each is gone when the next is asked for, but for the first. */
function* windowsAt(from: NonNullable<Readable['from']>): Generator<Uint8Array> {
  const first = from(0, Buffer.allocUnsafe(WINDOW_BYTES));
  if (first.length > 0) yield first;
  if (first.length < WINDOW_BYTES) return;
  const buffer = Buffer.allocUnsafe(WINDOW_BYTES);
  for (let at = WINDOW_BYTES; ; at += WINDOW_BYTES) {
    const bytes = from(at, buffer);
    if (bytes.length > 0) yield bytes;
    if (bytes.length < WINDOW_BYTES) return;
  }
}

/** The same bytes in blocks of one size, but for the last. */
async function* windows(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let open: Uint8Array = new Uint8Array(0);
  for await (const chunk of bytes) {
    open = open.length === 0 ? chunk : Buffer.concat([open, chunk]);
    let at = 0;
    for (; open.length - at >= WINDOW_BYTES; at += WINDOW_BYTES) yield open.subarray(at, at + WINDOW_BYTES);
    open = open.subarray(at);
  }
  if (open.length > 0) yield open;
}

async function* resumed(
  read: Uint8Array[],
  rest: AsyncIterator<Uint8Array> | Iterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  for (let block = read.shift(); block !== undefined; block = read.shift()) yield block;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}
