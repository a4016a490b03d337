import { EXIT, inputError, UserError } from '../errors.ts';
import { note } from '../note.ts';
import { dialectOf } from './dialect.ts';
import { type OpenFile, openFile } from './file.ts';
import type { Hints } from './infer.ts';
import { profileFor } from './profile-for.ts';
import { readRecords } from './records.ts';
import type { Dialect, Source } from './source.ts';

/** What the user says about a source beyond its files. */
export interface OpenOptions extends Hints {
  readonly encoding?: string | undefined;
  readonly delimiter?: string | undefined;
  readonly profile?: string | undefined;
}

/** Opens files as one source: checks them, cuts their header, and finds out what their columns mean. */
export async function openSource(
  paths: readonly string[],
  options: OpenOptions,
  stdin: AsyncIterable<Uint8Array>,
): Promise<Source> {
  const opened: OpenFile[] = [];
  for (const path of paths) opened.push(await openFile(path, stdin, options.encoding));
  const [first, ...others] = opened;
  if (!first) throw new UserError('no file is named');
  const dialect = options.delimiter === undefined ? dialectOf(first.head) : { delimiter: options.delimiter };
  const { header, sample } = await headOf(first, dialect);
  const name = first.file.name;
  for (const other of others) {
    const theirs = await headOf(other, dialect);
    checkHeader(other.file.name, theirs.header, name, header);
    if (sample.length === 0) sample.push(...theirs.sample);
  }
  if (sample.length === 0 && !first.whole) {
    throw inputError(`${name}: the first record has no end within 256 KB`, 'check that its quotes are closed');
  }
  if (sample.length === 0) {
    throw new UserError(`${name}: has a header and no records`, { exitCode: EXIT.tooLittleData });
  }
  const { profile, notes } = await profileFor(name, header, sample, options);
  return { files: opened.map(({ file }) => file), dialect, header, profile, notes: notes.map(note) };
}

/** The header of a file, and the records in its head. */
async function headOf(open: OpenFile, dialect: Dialect): Promise<{ header: string[]; sample: string[][] }> {
  const records: string[][] = [];
  await readRecords(open.file.name, [open.head], dialect, (fields) => void records.push(fields), !open.whole);
  const [header, ...sample] = records.filter((fields) => fields.some((field) => field.trim() !== ''));
  if (!header) throw inputError(`${open.file.name}: holds no header`, 'the first line must name the columns');
  return { header: header.map((name) => name.trim()), sample };
}

function checkHeader(name: string, theirs: readonly string[], firstName: string, header: readonly string[]): void {
  const at = theirs.length === header.length ? theirs.findIndex((name, i) => name !== header[i]) : 0;
  if (at < 0) return;
  const differ = theirs.length === header.length ? `column ${at + 1} is "${theirs[at]}"` : `${theirs.length} columns`;
  const expected = theirs.length === header.length ? `"${header[at]}"` : `${header.length}`;
  throw inputError(`${name}: the header differs from that of ${firstName}: ${differ}, not ${expected}`);
}
