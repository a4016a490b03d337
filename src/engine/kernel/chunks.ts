import type { Opened } from './opened.ts';

/** A stretch of a file that one thread reads; the records whose line end before them lies in it are its own. */
export interface Chunk {
  readonly file: number;
  readonly start: number;
  /** A multiple of 64; the last chunk of a file may reach past its end. */
  readonly bytes: number;
}

/** A file cut into chunks. */
export interface CutFile {
  readonly path: string;
  readonly size: number;
}

/** Chunks of `bytes` each of all regular files, in their order; streams are left out. */
export function chunksOf(opened: readonly Opened[], bytes: number): Chunk[] {
  const step = Math.ceil(bytes / 64) * 64;
  return opened.flatMap(({ size, start: first }, file) => {
    const chunks: Chunk[] = [];
    for (let start = first; start < (size ?? 0); start += step) chunks.push({ file, start, bytes: step });
    return chunks;
  });
}

/**
 * What the threads tell each other, as 32-bit numbers: the next chunk to take, whether one has failed, for each helper
 * whether it has begun, then for each chunk whether it ends in quotes, then how many lines it has.
 */
export interface Board {
  readonly cells: Int32Array;
  readonly helpers: number;
  readonly chunks: number;
}

export const NEXT = 0;
export const FAILED = 1;
export const helperCell = (helper: number): number => 2 + helper;
export const quotesCell = (board: Board, chunk: number): number => 2 + board.helpers + chunk;
export const linesCell = (board: Board, chunk: number): number => 2 + board.helpers + board.chunks + chunk;

/** Of a helper: not begun, begun, or not to begin any more. */
export const IDLE = 0;
export const BEGUN = 1;
export const DISMISSED = 2;
/** Of the end of a chunk: not known, in quotes, or not. */
export const IN_QUOTES = 1;
export const OUTSIDE = 2;

export function newBoard(helpers: number, chunks: number): Board {
  return { cells: new Int32Array(new SharedArrayBuffer(4 * (2 + helpers + 2 * chunks))), helpers, chunks };
}
