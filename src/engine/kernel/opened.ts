import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { SourceFile } from '../../source/source.ts';

/** A file about to be read. */
export interface Opened {
  readonly file: SourceFile;
  /** The size of a file that may be read by offsets, or null for a stream. */
  readonly size: number | null;
  /** Where its text starts, behind a byte order mark; not known of a stream. */
  readonly start: number;
}

export function openToTally(file: SourceFile): Opened {
  if (file.path === null) return { file, size: null, start: 0 };
  const descriptor = openSync(file.path, 'r');
  try {
    const head = Buffer.alloc(3);
    const bytes = head.subarray(0, readSync(descriptor, head, 0, 3, 0));
    return { file, size: fstatSync(descriptor).size, start: markLength(bytes) };
  } finally {
    closeSync(descriptor);
  }
}

/** The length of the byte order mark that the bytes start with. */
export const markLength = (bytes: Uint8Array): number =>
  bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
