import { inputError } from '../errors.ts';
import { UnpackLimit } from './unpack-limit.ts';

const BLOCK_BYTES = 1024 * 1024;

/** A way of packing bytes that is known by the first of them. */
export type Packing = 'gzip' | 'zstd' | 'zip';

const MARKS: readonly (readonly [Packing, string])[] = [
  ['gzip', '\u001F\u008B'],
  ['zstd', '\u0028\u00B5\u002F\u00FD'],
  ['zip', 'PK\u0003\u0004'],
];

/** How bytes are packed; null where they are not. */
export function packingOf(head: Uint8Array): Packing | null {
  const start = Buffer.from(head.subarray(0, 4)).toString('latin1');
  return MARKS.find(([, mark]) => start.startsWith(mark))?.[0] ?? null;
}

/** The bytes that are packed in a stream. */
export async function* unpacked(
  name: string,
  packing: 'gzip' | 'zstd',
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const limit = new UnpackLimit(name);
  const pieces = packing === 'gzip' ? gunzip(name, limit.counted(bytes)) : unzstd(name, limit.counted(bytes));
  for await (const piece of pieces) {
    limit.check(piece.length);
    yield piece;
  }
}

async function* gunzip(name: string, bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const { Readable } = await import('node:stream');
  const { createGunzip } = await import('node:zlib');
  const source = Readable.from(bytes, { objectMode: false });
  const unzipped = createGunzip({ chunkSize: BLOCK_BYTES });
  source.on('error', (error) => unzipped.destroy(error));
  try {
    yield* source.pipe(unzipped);
  } catch (cause) {
    throw damaged(name, 'gzip', cause);
  }
}

async function* unzstd(name: string, bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const { Decompress } = await import('fzstd');
  let pieces: Uint8Array[] = [];
  let last = false;
  const stream = new Decompress((piece, final) => {
    if (piece.length > 0) pieces.push(piece.slice());
    last = final === true;
  });
  try {
    for await (const chunk of bytes) {
      stream.push(chunk);
      yield* pieces;
      pieces = [];
    }
    stream.push(new Uint8Array(0), true);
    yield* pieces;
  } catch (cause) {
    throw damaged(name, 'zstd', cause);
  }
  if (!last) throw damaged(name, 'zstd');
}

const damaged = (name: string, packing: Packing, cause?: unknown) =>
  inputError(`${name}: the ${packing} data is damaged or cut short`, 'fetch the file again', cause);
