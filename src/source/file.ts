import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { inputError } from '../errors.ts';
import { utf8 } from './encoding.ts';
import type { SourceFile } from './source.ts';

/** The bytes of a file as they lie on disk or arrive on a stream, before any decoding. */
interface RawFile {
  readonly name: string;
  readonly path: string | null;
  bytes(): AsyncIterable<Uint8Array>;
}

/** How much of a file is looked at before its records are read: the same from a disk and from a pipe. */
const HEAD_BYTES = 256 * 1024;
const BLOCK_BYTES = 1024 * 1024;

/** The first bytes of a file, and the file, which still gives all its bytes. */
export interface OpenFile {
  readonly file: SourceFile;
  readonly head: Uint8Array;
  /** True when the head is the whole file. */
  readonly whole: boolean;
}

/** Opens a file, or standard input for `-`; looks at its first bytes and refuses what is no text. */
export async function openFile(path: string, stdin: AsyncIterable<Uint8Array>, encoding?: string): Promise<OpenFile> {
  const raw = path === '-' ? { name: '<stdin>', path: null, bytes: () => stdin } : await rawFile(path);
  const opened = await peek(raw);
  const { head } = opened;
  if (head.length === 0) throw inputError(`${raw.name}: the file is empty`, 'check that the export has finished');
  const gzip = head[0] === 0x1f && head[1] === 0x8b;
  const plain = gzip ? await peek({ ...raw, path: null, bytes: () => gunzip(raw.name, opened.again()) }) : opened;
  refuseBinary(raw.name, plain.head, encoding);
  const bytes = () => utf8(raw.name, plain.again(), encoding);
  const file = { name: raw.name, path: gzip || encoding !== undefined ? null : raw.path, bytes };
  const whole = plain.whole && plain.head.length <= HEAD_BYTES;
  const start = [plain.head.subarray(0, HEAD_BYTES)];
  const decoded: Uint8Array[] = [];
  for await (const chunk of utf8(raw.name, start, encoding, !whole)) decoded.push(chunk);
  return { file, head: Buffer.concat(decoded), whole };
}

async function rawFile(path: string): Promise<RawFile> {
  const status = await stat(path).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'ENOENT') throw inputError(`${path}: cannot be read (${cause.code})`, undefined, cause);
    throw inputError(`${path}: there is no such file`, 'check the path; standard input is written -', cause);
  });
  if (status.isDirectory()) {
    throw inputError(`${path}: is a directory`, `name the files in it, such as ${path.replace(/\/$/, '')}/*.csv`);
  }
  return { name: path, path: status.isFile() ? path : null, bytes: () => fileBytes(path) };
}

async function* fileBytes(path: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(path, { highWaterMark: BLOCK_BYTES });
  } catch (cause) {
    throw inputError(`${path}: cannot be read (${(cause as NodeJS.ErrnoException).code})`, undefined, cause);
  }
}

/** Reads the head of a file; `again` gives all bytes from the start, once for a stream, as often as asked for a file. */
async function peek(raw: RawFile): Promise<{ head: Uint8Array; whole: boolean; again(): AsyncIterable<Uint8Array> }> {
  const iterator = raw.bytes()[Symbol.asyncIterator]();
  const chunks: Uint8Array[] = [];
  let length = 0;
  let whole = false;
  while (length < HEAD_BYTES && !whole) {
    const { value, done } = await iterator.next();
    if (done) whole = true;
    else length += chunks.push(value) && value.length;
  }
  const read = Buffer.concat(chunks);
  const head = read.subarray(0, HEAD_BYTES);
  if (raw.path === null) return { head, whole, again: () => resumed(read, iterator) };
  await iterator.return?.();
  return { head, whole, again: raw.bytes };
}

async function* resumed(head: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield head;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

async function* gunzip(name: string, bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const { Readable } = await import('node:stream');
  const source = Readable.from(bytes, { objectMode: false });
  const unzipped = createGunzip({ chunkSize: BLOCK_BYTES });
  source.on('error', (error) => unzipped.destroy(error));
  try {
    yield* source.pipe(unzipped);
  } catch (cause) {
    throw inputError(`${name}: the gzip data is damaged or cut short`, 'fetch the file again', cause);
  }
}

/** Files that are recognised by their first bytes, with what to do about them. */
const FORMATS: readonly (readonly [string, string, string])[] = [
  ['PK\x03\x04', 'a zip archive or a workbook (.xlsx, .ods)', 'save the sheet as CSV, or unpack it'],
  ['PAR1', 'a Parquet file', 'export it as CSV'],
  ['\x28\xb5\x2f\xfd', 'zstd-compressed', 'pipe it: zstd -dc FILE | border-stats …  -'],
  ['%PDF', 'a PDF', 'export the table as CSV'],
  ['\xd0\xcf\x11\xe0', 'an old Excel workbook (.xls)', 'save the sheet as CSV'],
];

function refuseBinary(name: string, head: Uint8Array, encoding: string | undefined): void {
  const start = Buffer.from(head.subarray(0, 4)).toString('latin1');
  const format = FORMATS.find(([magic]) => start.startsWith(magic));
  if (format) throw inputError(`${name}: is ${format[1]}, not a text table`, format[2]);
  if (encoding !== undefined) return;
  if (start.startsWith('\xff\xfe') || start.startsWith('\xfe\xff')) {
    const label = start.startsWith('\xff') ? 'utf-16le' : 'utf-16be';
    throw inputError(`${name}: is UTF-16 text`, `add --encoding ${label}`);
  }
  const nul = head.indexOf(0);
  if (nul >= 0) throw inputError(`${name}: is a binary file (a zero byte at offset ${nul})`, 'give a text table');
}
