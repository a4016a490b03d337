import { createInflateRaw } from 'node:zlib';
import { inputError } from '../errors.ts';
import { isTooMuch, tooMuch } from './unpack-limit.ts';

/** A file inside a zip archive. */
export interface ZipEntry {
  readonly name: string;
  readonly packed: number;
  readonly unpacked: number;
  /** 0 stored, 8 deflated; others are not read here. */
  readonly method: number;
  readonly isEncrypted: boolean;
  /** Where its local header begins. */
  readonly at: number;
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;

/** The files of a zip archive, from the directory at its end. */
export function zipEntries(archive: string, bytes: Buffer): ZipEntry[] {
  try {
    return directory(bytes);
  } catch (cause) {
    throw inputError(`${archive}: the zip archive is damaged or cut short`, 'fetch the file again', cause);
  }
}

function directory(bytes: Buffer): ZipEntry[] {
  const end = bytes.lastIndexOf(Buffer.from('PK\u0005\u0006'));
  if (end < 0 || bytes.readUInt32LE(end) !== END_OF_DIRECTORY) throw new RangeError('no directory');
  const count = bytes.readUInt16LE(end + 10);
  const entries: ZipEntry[] = [];
  for (let i = 0, at = bytes.readUInt32LE(end + 16); i < count; i++) {
    if (bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new RangeError('no entry');
    const length = bytes.readUInt16LE(at + 28);
    const flags = bytes.readUInt16LE(at + 8);
    const name = bytes.subarray(at + 46, at + 46 + length);
    entries.push({
      name: name.toString(flags & 0x800 ? 'utf8' : 'latin1'),
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
      method: bytes.readUInt16LE(at + 10),
      isEncrypted: (flags & 1) === 1,
      at: bytes.readUInt32LE(at + 42),
    });
    at += 46 + length + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries.filter(({ name }) => !name.endsWith('/') && !/^__MACOSX\/|(^|\/)\./.test(name));
}

/** The bytes of one file of an archive. */
export async function* zipBytes(archive: string, bytes: Buffer, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  if (entry.isEncrypted) throw inputError(`${archive}: ${entry.name} is encrypted`, 'unpack it with its password');
  if (isTooMuch(entry.packed, entry.unpacked)) throw tooMuch(archive);
  const local = entry.at + 30;
  if (local > bytes.length) throw inputError(`${archive}: the zip archive is damaged or cut short`);
  const start = local + bytes.readUInt16LE(entry.at + 26) + bytes.readUInt16LE(entry.at + 28);
  const packed = bytes.subarray(start, start + entry.packed);
  if (entry.method === 0) {
    yield packed;
    return;
  }
  if (entry.method !== 8)
    throw inputError(`${archive}: ${entry.name} is packed in an unknown way`, 'unpack it by hand');
  const { Readable } = await import('node:stream');
  let length = 0;
  try {
    for await (const piece of Readable.from([packed], { objectMode: false }).pipe(
      createInflateRaw({ chunkSize: 1 << 20 }),
    )) {
      length += piece.length;
      if (length > entry.unpacked) throw new RangeError('longer than it says');
      yield piece;
    }
    if (length < entry.unpacked) throw new RangeError('shorter than it says');
  } catch (cause) {
    throw inputError(`${archive}: ${entry.name} is damaged`, 'fetch the file again', cause);
  }
}
