import { isUtf8 } from 'node:buffer';
import { closeSync, openSync, readSync } from 'node:fs';
import { MOST_RECORD_BYTES } from '../../source/record-too-long.ts';
import {
  type Board,
  type Chunk,
  type CutFile,
  FAILED,
  IN_QUOTES,
  linesCell,
  NEXT,
  OUTSIDE,
  quotesCell,
} from './chunks.ts';
import { type Kernel, NeedsOneThread } from './kernel.ts';

/** What all threads are given. */
export interface SharedWork {
  readonly files: readonly CutFile[];
  readonly chunks: readonly Chunk[];
  readonly board: Board;
}

/** Read behind a chunk at once, for the end of its last record. */
const BEHIND = 4096;

const RETURN = 13;

/** Reads chunks until none is left; throws where one thread must read the whole. */
export function* readChunks(kernel: Kernel, { files, chunks, board }: SharedWork): Generator<number> {
  let open: { file: number; descriptor: number } | undefined;
  try {
    while (Atomics.load(board.cells, FAILED) === 0) {
      const index = Atomics.add(board.cells, NEXT, 1);
      const chunk = chunks[index];
      const file = chunk && files[chunk.file];
      if (!chunk || !file) return;
      if (open?.file !== chunk.file) {
        if (open) closeSync(open.descriptor);
        open = { file: chunk.file, descriptor: openSync(file.path, 'r') };
      }
      readChunk(
        kernel,
        board,
        { ...chunk, index, first: chunks[index - 1]?.file !== chunk.file },
        file,
        open.descriptor,
      );
      yield index;
    }
  } catch (error) {
    Atomics.store(board.cells, FAILED, 1);
    Atomics.notify(board.cells, quotesCell(board, 0));
    throw error;
  } finally {
    if (open) closeSync(open.descriptor);
  }
}

function readChunk(
  kernel: Kernel,
  board: Board,
  chunk: Chunk & { readonly index: number; readonly first: boolean },
  { size }: CutFile,
  descriptor: number,
): void {
  const { exports } = kernel;
  const { index, first } = chunk;
  kernel.leftovers.chunk = index;
  exports.beginFile(index);
  const at = exports.room(chunk.bytes + BEHIND) >>> 0;
  // The byte before the chunk is read too: it may be a return, to which a line feed belongs.
  const before = first ? 0 : 1;
  const length = before + chunk.bytes + BEHIND;
  const got = readSync(descriptor, kernel.bytes(at - before, length), 0, length, chunk.start - before);
  // The file has been cut short since.
  if (got < before) throw new NeedsOneThread();
  const read = got - before;
  let position = chunk.start + read;
  if (!isUtf8(ownCharacters(kernel.bytes(at, read), chunk.bytes, first, position >= size))) throw new NeedsOneThread();
  const odd = exports.oddQuotes(at, Math.min(read, chunk.bytes)) === 1;
  const inQuotes = first ? false : endsInQuotes(board, index - 1);
  Atomics.store(board.cells, quotesCell(board, index), inQuotes !== odd ? IN_QUOTES : OUTSIDE);
  Atomics.notify(board.cells, quotesCell(board, index));
  exports.beginChunk(index, chunk.bytes, first ? 1 : 0, inQuotes ? 1 : 0);
  exports.expectReturns(kernel.bytes(at - before, got).includes(RETURN) ? 1 : 0);
  exports.take(read, position >= size ? 1 : 0);
  while (!exports.isDone() && position < size) position += readOn(kernel, descriptor, position, size);
  if ((!exports.isDone() && exports.isOpen()) || exports.waitsForHeader()) throw new NeedsOneThread();
  Atomics.store(board.cells, linesCell(board, index), exports.lineCount());
}

/** Reads on behind a chunk, whose last record is long. */
function readOn(kernel: Kernel, descriptor: number, position: number, size: number): number {
  const length = 256 * 1024;
  const at = kernel.exports.room(length) >>> 0;
  const read = readSync(descriptor, kernel.bytes(at, length), 0, length, position);
  if (read === 0) throw new NeedsOneThread();
  if (kernel.bytes(at, read).includes(RETURN)) kernel.exports.expectReturns(1);
  kernel.exports.take(read, position + read >= size ? 1 : 0);
  if (kernel.exports.openBytes() >>> 0 > MOST_RECORD_BYTES) throw new NeedsOneThread();
  return read;
}

/** The bytes of the characters that begin in the chunk; where there are too many bytes of one, they stay. */
function ownCharacters(bytes: Buffer, length: number, first: boolean, whole: boolean): Buffer {
  const end = whole && bytes.length <= length ? bytes.length : length + continued(bytes, length);
  return bytes.subarray(first ? 0 : continued(bytes, 0), end);
}

/** How many bytes at `at`, at most three, go on with a character. */
function continued(bytes: Buffer, at: number): number {
  let count = 0;
  while (count < 3 && ((bytes[at + count] ?? 0) & 0xc0) === 0x80) count++;
  return count;
}

/** Waits until the thread that reads a chunk has told whether it ends in quotes. */
function endsInQuotes(board: Board, chunk: number): boolean {
  const cell = quotesCell(board, chunk);
  while (true) {
    const told = Atomics.load(board.cells, cell);
    if (told !== 0) return told === IN_QUOTES;
    if (Atomics.load(board.cells, FAILED) !== 0) throw new NeedsOneThread();
    Atomics.wait(board.cells, cell, 0, 50);
  }
}
