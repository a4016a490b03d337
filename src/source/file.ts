import { closeSync, createReadStream, openSync, readSync, type Stats } from 'node:fs';
import { stat } from 'node:fs/promises';
import { inputError, refusalHint } from '../errors.ts';
import { utf8 } from './encoding.ts';
import { encodingOf } from './encoding-guess.ts';
import { openerOfBytes, openerOfPath } from './openers.ts';
import { type Peeked, peek, type Readable } from './peek.ts';
import type { Decision, Reading } from './reading.ts';
import type { SourceFile } from './source.ts';
import { spooled } from './spooled.ts';
import { packingOf, unpacked } from './unpack.ts';

const BLOCK_BYTES = 1024 * 1024;

/** What the user says about how a file is stored. */
export interface FileOptions {
  readonly encoding?: string | undefined;
  readonly sheet?: string | undefined;
  /** True where the bytes will be read more than once: a stream is then kept in a temporary file. */
  readonly again?: boolean | undefined;
  /** The most memory, in bytes, that what opens a source that is no text may use. */
  readonly maxMemory?: number | undefined;
}

/** The first bytes of a file as UTF-8, and the file, which still gives all its bytes. */
export interface OpenFile extends Pick<Reading, 'packing' | 'member' | 'encoding'> {
  readonly file: SourceFile;
  readonly head: Uint8Array;
  /** True when the head is the whole file. */
  readonly whole: boolean;
  /** The last bytes of a text in ASCII letters and others, where they can be had without reading all. */
  readonly tail: Uint8Array | null;
}

/** The bytes of a text as they are stored, and what they were taken out of. */
interface Stored extends Pick<Reading, 'packing' | 'member'> {
  readonly name: string;
  readonly text: Peeked;
  readonly path: string | null;
  readonly size?: number | undefined;
  readonly from?: Readable['from'];
}

/** Opens a file, or standard input for `-`: unpacks it, finds its encoding, and refuses what is no text. */
export async function openFile(
  path: string,
  stdin: AsyncIterable<Uint8Array>,
  options: FileOptions = {},
): Promise<OpenFile> {
  const name = path === '-' ? '<stdin>' : path;
  const named = openerOfPath(path);
  if (named) return (await named.load())(path, options);
  const found: Readable = path === '-' ? { path: null, repeats: false, bytes: () => stdin } : await rawFile(path);
  const raw = options.again && !found.repeats ? await spooled(name, found.bytes()) : found;
  const text = await peek(raw);
  if (text.head.length === 0) throw inputError(`${name}: the file is empty`, 'check that the export has finished');
  const opener = openerOfBytes(text.head);
  if (opener && raw.path !== null) return (await opener.load())(raw.path, options);
  const packing = packingOf(text.head);
  if (packing === 'zip') {
    const { openZip } = await import('./zip-file.ts');
    const opened = await openZip(name, text, options);
    return 'file' in opened ? opened : openText({ ...opened, name, path: null, packing }, options);
  }
  if (packing === null) return openText({ ...raw, name, text, packing, member: null }, options);
  const inner = await peek({
    path: null,
    repeats: text.repeats,
    bytes: () => unpacked(name, packing, text.again()),
  });
  if (inner.head.length === 0) throw inputError(`${name}: holds an empty file`, 'check that the export has finished');
  return openText({ name, text: inner, path: null, packing, member: null }, options);
}

/** The state of a path that is to be a file. */
export async function statusOf(path: string): Promise<Stats> {
  const status = await stat(path).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'ENOENT') throw unreadable(path, cause);
    throw inputError(`${path}: there is no such file`, 'check the path; standard input is written -', cause);
  });
  if (!status.isDirectory()) return status;
  const folder = path.replace(/\/$/, '');
  const hint = `name the files in it, such as ${folder}/*.csv; ${folder}/**/*.parquet is all Parquet files under it as one table`;
  throw inputError(`${path}: is a directory`, hint);
}

async function rawFile(path: string): Promise<Readable> {
  const status = await statusOf(path);
  const bytes = () => fileBytes(path);
  return status.isFile()
    ? { path, repeats: true, size: status.size, from: (position, into) => bytesAt(path, position, into), bytes }
    : { path: null, repeats: false, bytes };
}

const TAIL_BYTES = 4096;

function bytesAt(path: string, position: number, into: Uint8Array): Uint8Array {
  try {
    const file = openSync(path, 'r');
    try {
      return into.subarray(0, readSync(file, into, 0, into.length, position));
    } finally {
      closeSync(file);
    }
  } catch (cause) {
    throw unreadable(path, cause);
  }
}

async function* fileBytes(path: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(path, { highWaterMark: BLOCK_BYTES });
  } catch (cause) {
    throw unreadable(path, cause);
  }
}

const unreadable = (path: string, cause: unknown) =>
  inputError(`${path}: cannot be read (${(cause as NodeJS.ErrnoException).code})`, refusalHint(cause), cause);

async function openText(stored: Stored, options: FileOptions): Promise<OpenFile> {
  const { name, text, packing, member } = stored;
  const encoding = decidedEncoding(name, text, options.encoding);
  const named = encoding.value === 'utf-8' && options.encoding === undefined ? undefined : encoding.value;
  if (named === undefined || !named.startsWith('utf-16')) refuseBinary(name, text.head, options.encoding);
  const file: SourceFile = {
    name,
    path: named === undefined ? stored.path : null,
    bytes: () => utf8(name, text.again(), named),
  };
  const head: Uint8Array[] = [];
  for await (const piece of utf8(name, [text.head], named, !text.whole)) head.push(piece);
  const { from, size = 0 } = stored;
  const hasTail = from && !text.whole && !named?.startsWith('utf-16');
  const tail = hasTail ? from(Math.max(0, size - TAIL_BYTES), new Uint8Array(TAIL_BYTES)) : null;
  return { file, head: Buffer.concat(head), whole: text.whole, tail, packing, member, encoding };
}

function decidedEncoding(name: string, { evidence }: Peeked, named: string | undefined): Decision {
  if (named !== undefined) return { value: named, reason: 'named by --encoding' };
  refuseFormat(name, evidence);
  const guessed = encodingOf(evidence);
  if (guessed) return guessed;
  const hint = 'name it: --encoding windows-874 for Thai, windows-1252 for western Europe, shift_jis, gb18030 …';
  throw inputError(`${name}: is not UTF-8, and its encoding cannot be told from its bytes`, hint);
}

/** Files that are recognised by their first bytes, with what to do about them. */
const FORMATS: readonly (readonly [string, string, string])[] = [
  ['PAR1', 'a Parquet file', 'name the file itself: it can be read neither from a stream nor packed'],
  ['%PDF', 'a PDF', 'export the table as CSV'],
  ['\xd0\xcf\x11\xe0', 'an old Excel workbook (.xls)', 'save the sheet as CSV or .xlsx'],
];

function refuseFormat(name: string, head: Uint8Array): void {
  const start = Buffer.from(head.subarray(0, 4)).toString('latin1');
  const format = FORMATS.find(([magic]) => start.startsWith(magic));
  if (format) throw inputError(`${name}: is ${format[1]}, not a text table`, format[2]);
}

function refuseBinary(name: string, head: Uint8Array, encoding: string | undefined): void {
  refuseFormat(name, head);
  const nul = encoding === undefined ? head.indexOf(0) : -1;
  if (nul >= 0) throw inputError(`${name}: is a binary file (a zero byte at offset ${nul})`, 'give a text table');
}
