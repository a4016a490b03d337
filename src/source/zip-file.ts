import { inputError, UserError } from '../errors.ts';
import type { FileOptions, OpenFile } from './file.ts';
import { type Peeked, peek } from './peek.ts';
import type { Reading } from './reading.ts';
import { MOST_IN_MEMORY } from './unpack-limit.ts';
import { sheetText, workbookKind } from './workbook.ts';
import { type ZipEntry, zipBytes, zipEntries } from './zip.ts';

/** A text inside an archive. */
interface ZippedText {
  readonly text: Peeked;
  readonly member: Reading['member'];
}

/** Opens what is in a zip archive: the sheet of a workbook, or the only table. */
export async function openZip(name: string, raw: Peeked, options: FileOptions): Promise<OpenFile | ZippedText> {
  const bytes = await inMemory(name, raw);
  const entries = zipEntries(name, bytes);
  const kind = workbookKind(entries);
  if (kind === null) return zippedText(name, bytes, entries, options.sheet);
  const { sheet, others, bytes: text, lines } = await sheetText(name, kind, bytes, entries, options.sheet);
  return {
    file: { name: `${name}[${sheet}]`, path: null, bytes: () => once(text), lineOf: (line) => lines.original(line) },
    head: text.subarray(0, text.lastIndexOf(10, WORKBOOK_HEAD) + 1 || text.length),
    whole: text.length <= WORKBOOK_HEAD,
    tail: text.subarray(-TAIL_BYTES),
    packing: kind,
    member: { name: sheet, others },
    encoding: { value: 'utf-8', reason: `the text of .${kind} workbooks is` },
  };
}

const WORKBOOK_HEAD = 1024 * 1024;
const TAIL_BYTES = 4096;

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  const BLOCK = 256 * 1024;
  for (let at = 0; at < bytes.length; at += BLOCK) yield bytes.subarray(at, at + BLOCK);
}

async function inMemory(name: string, raw: Peeked): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of raw.again()) {
    length += chunk.length;
    if (length > MOST_IN_MEMORY) throw inputError(`${name}: is too large for a zip archive`, 'unpack it by hand');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function zippedText(
  name: string,
  bytes: Buffer,
  entries: readonly ZipEntry[],
  wanted: string | undefined,
): Promise<ZippedText> {
  const names = entries.map((entry) => entry.name);
  const tables = entries.filter((entry) => /\.(csv|tsv|txt|tab|dat)$/i.test(entry.name));
  const found =
    wanted === undefined ? only(tables.length > 0 ? tables : entries) : entries.find((entry) => entry.name === wanted);
  if (!found) {
    const hint =
      wanted === undefined
        ? `name one, such as --sheet ${JSON.stringify((tables[0] ?? entries[0])?.name)}`
        : `it holds: ${names.join(', ')}`;
    const what =
      wanted === undefined
        ? `holds ${names.length} files: ${names.slice(0, 10).join(', ')}`
        : `holds no file "${wanted}"`;
    if (names.length === 0) throw inputError(`${name}: the zip archive holds no file`);
    throw new UserError(`${name}: the zip archive ${what}`, { hint });
  }
  const text = await peek({ path: null, repeats: true, bytes: () => zipBytes(name, bytes, found) });
  if (text.head.length === 0) throw inputError(`${name}: ${found.name} is empty`);
  return { text, member: { name: found.name, others: names.filter((other) => other !== found.name) } };
}

const only = <T>(list: readonly T[]): T | undefined => (list.length === 1 ? list[0] : undefined);
