import { isUtf8 } from 'node:buffer';
import { closeSync, openSync, readSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { openSequence } from '../../source/encoding.ts';
import { neverClosed } from '../../source/never-closed.ts';
import { MOST_RECORD_BYTES, recordTooLong } from '../../source/record-too-long.ts';
import type { SourceFile } from '../../source/source.ts';
import type { Kernel } from './kernel.ts';
import { markLength, type Opened } from './opened.ts';

/** Reads a file from start to end in this thread; `chunk` is the number its places are told with. */
export async function readWhole(kernel: Kernel, opened: Opened, chunk: number, block: number): Promise<void> {
  kernel.leftovers.chunk = chunk;
  kernel.exports.expectReturns(0);
  kernel.exports.beginFile(chunk);
  const { path } = opened.file;
  if (path !== null && opened.size !== null) await readPath(kernel, opened, path, opened.size, block);
  else await readStream(kernel, opened, block);
  if (kernel.exports.isOpen()) {
    throw neverClosed(opened.file.name, kernel.exports.openLine() >>> 0);
  }
}

async function readPath(kernel: Kernel, opened: Opened, path: string, size: number, block: number): Promise<void> {
  const descriptor = openSync(path, 'r');
  try {
    let open = 0;
    let whole = false;
    for (let position = opened.start, blocks = 1; !whole; blocks++) {
      const at = kernel.exports.room(block) >>> 0;
      const read = readSync(descriptor, kernel.bytes(at, block), 0, block, position);
      position += read;
      whole = read === 0 || position >= size;
      const bytes = kernel.bytes(at - open, open + read);
      open = whole ? 0 : openSequence(bytes);
      if (!isUtf8(bytes.subarray(0, bytes.length - open))) await refuseBytes(opened.file);
      if (bytes.includes(RETURN)) kernel.exports.expectReturns(1);
      kernel.exports.take(read, whole ? 1 : 0);
      refuseEndless(kernel, opened.file);
      if (blocks % 16 === 0) await setImmediate();
    }
  } finally {
    closeSync(descriptor);
  }
}

function refuseEndless({ exports }: Kernel, { name }: SourceFile): void {
  if (exports.openBytes() >>> 0 > MOST_RECORD_BYTES) throw recordTooLong(name, exports.openLine() >>> 0);
}

/** Reads the file again by the way that names the place of a bad byte. */
async function refuseBytes(file: SourceFile): Promise<never> {
  for await (const _ of file.bytes());
  throw new RangeError(`kernel: ${file.name} is UTF-8 after all`);
}

async function readStream(kernel: Kernel, { file }: Opened, block: number): Promise<void> {
  let atStart = true;
  for await (const bytes of withMark(file.bytes())) {
    for (let from = atStart ? markLength(bytes) : 0; from < bytes.length; from += block) {
      const part = bytes.subarray(from, from + block);
      kernel.bytes(kernel.exports.room(part.length) >>> 0, part.length).set(part);
      if (part.includes(RETURN)) kernel.exports.expectReturns(1);
      kernel.exports.take(part.length, 0);
      refuseEndless(kernel, file);
    }
    atStart = false;
  }
  kernel.exports.room(0);
  kernel.exports.take(0, 1);
}

/** The same bytes, with no fewer than those of a byte order mark in the first piece if there are so many. */
async function* withMark(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let head: Uint8Array | null = Buffer.alloc(0);
  for await (const piece of bytes) {
    if (head === null) {
      yield piece;
      continue;
    }
    head = Buffer.concat([head, piece]);
    if (head.length < 3) continue;
    yield head;
    head = null;
  }
  if (head !== null) yield head;
}

const RETURN = 13;
