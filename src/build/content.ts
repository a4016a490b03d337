import { createHash } from 'node:crypto';

/** What tells bytes from others. */
export interface Content {
  readonly bytes: number;
  readonly sha256: string;
}

/** The content that texts have in a file, one behind the other. */
export function contentOf(pieces: Iterable<string | Uint8Array>): Content {
  const hash = createHash('sha256');
  let bytes = 0;
  for (const piece of pieces) {
    const written = typeof piece === 'string' ? Buffer.from(piece) : piece;
    hash.update(written);
    bytes += written.length;
  }
  return { bytes, sha256: hash.digest('hex') };
}

export const textSha256 = (text: string): string => contentOf([text]).sha256;
