import { EXIT, inputError, UserError } from '../errors.ts';
import { type Note, note } from '../note.ts';
import { dialectOf } from './dialect.ts';
import { expandedPaths } from './expanded-paths.ts';
import { type FileOptions, type OpenFile, openFile } from './file.ts';
import type { Hints } from './infer.ts';
import { profileFor } from './profile-for.ts';
import type { Reading } from './reading.ts';
import { readRecords } from './records.ts';
import type { Dialect, OpenedSource } from './source.ts';

/** What the user says about a source beyond its files. */
export interface OpenOptions extends Hints, FileOptions {
  readonly delimiter?: string | undefined;
  readonly profile?: string | undefined;
}

/** Opens files as one source: checks them, cuts their header, and finds out what their columns mean. */
export async function openSource(
  paths: readonly string[],
  options: OpenOptions,
  stdin: AsyncIterable<Uint8Array>,
): Promise<OpenedSource> {
  const opened: OpenFile[] = [];
  for (const path of await expandedPaths(paths)) opened.push(await openFile(path, stdin, options));
  const [first, ...others] = opened;
  if (!first) throw new UserError('no file is named');
  const dialect = options.delimiter === undefined ? dialectOf(first.head) : { delimiter: options.delimiter };
  const { header, sample } = await headOf(first, dialect);
  for (const other of others) await sameHeader(other, first.file.name, header, dialect);
  const name = first.file.name;
  if (sample.length === 0) {
    throw new UserError(`${name}: has a header and no records`, { exitCode: EXIT.tooLittleData });
  }
  const { profile, notes } = await profileFor(name, header, sample, options);
  const readings = opened.map((file) => readingOf(file, dialect));
  const all = [...opened.flatMap(openingNotes), ...notes.map(note)];
  return { files: opened.map(({ file }) => file), dialect, header, profile, notes: all, readings };
}

function readingOf({ file, packing, member, encoding }: OpenFile, { delimiter }: Dialect): Reading {
  const decision = { value: delimiter, reason: 'it cuts the lines most evenly' };
  return { name: file.name, packing, member, encoding, delimiter: decision, layout: null, setAside: () => [] };
}

/** What a reader of figures must know of how a file was opened: only what could have been otherwise. */
function openingNotes({ file, member, encoding }: OpenFile): Note[] {
  const others = member?.others ?? [];
  return [
    ...(encoding.value === 'utf-8' || encoding.reason.startsWith('named')
      ? []
      : [note(`${file.name}: read as ${encoding.value}: ${encoding.reason}`)]),
    ...(member && others.length > 0
      ? [note(`${file.name}: left aside: ${others.join(', ')} (--sheet names another)`)]
      : []),
  ];
}
/** The header of a file, and the records in its head. */
async function headOf(open: OpenFile, dialect: Dialect): Promise<{ header: string[]; sample: string[][] }> {
  const records: string[][] = [];
  await readRecords(open.file.name, [open.head], dialect, (fields) => void records.push(fields), !open.whole);
  const [header, ...sample] = records.filter((fields) => fields.some((field) => field.trim() !== ''));
  if (!header) throw inputError(`${open.file.name}: holds no header`, 'the first line must name the columns');
  return { header: header.map((name) => name.trim()), sample };
}

async function sameHeader(
  other: OpenFile,
  firstName: string,
  header: readonly string[],
  dialect: Dialect,
): Promise<void> {
  const theirs = (await headOf(other, dialect)).header;
  const at = theirs.length === header.length ? theirs.findIndex((name, i) => name !== header[i]) : 0;
  if (at < 0) return;
  const differ = theirs.length === header.length ? `column ${at + 1} is "${theirs[at]}"` : `${theirs.length} columns`;
  const expected = theirs.length === header.length ? `"${header[at]}"` : `${header.length}`;
  throw inputError(`${other.file.name}: the header differs from that of ${firstName}: ${differ}, not ${expected}`);
}
