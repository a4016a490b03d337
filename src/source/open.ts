import { EXIT, inputError, UserError } from '../errors.ts';
import { type Note, note } from '../note.ts';
import { distinctNames } from './columns.ts';
import { expandedPaths } from './expanded-paths.ts';
import { type FileOptions, type OpenFile, openFile } from './file.ts';
import type { Hints } from './infer.ts';
import { plainLayout } from './layout.ts';
import { type KnownProfile, knownProfile, profileFor } from './profile-for.ts';
import type { Reading } from './reading.ts';
import type { OpenedSource } from './source.ts';
import { layoutOfTable, readableTable, sampleOf, type Table, tableOf } from './table.ts';

/** What the user says about a source beyond its files. */
export interface OpenOptions extends Omit<Hints, 'nulls'>, FileOptions {
  /** More cells that mean "no value": `NA,x`, or `column=NA,x` for those of one column. */
  readonly null?: readonly string[] | undefined;
  readonly profile?: string | undefined;
}

/** What decides how files are cut into a table; what its columns mean is decided later. */
export type TableOptions = FileOptions & Pick<OpenOptions, 'delimiter' | 'profile' | 'date'>;

/** One or more files as one table, before it is known what its columns mean. */
export interface OpenedTable extends Omit<OpenedSource, 'profile'> {
  /** The profile that knows the header, if one does. */
  readonly known: KnownProfile | null;
  /** Its first records; none where there are none at all. */
  readonly sample: readonly (readonly string[])[];
  /** What columns of one name are called, in words. */
  readonly renamed: readonly string[];
}

/** Opens files as one source: checks them, cuts their header, and finds out what their columns mean. */
export async function openSource(
  paths: readonly string[],
  options: OpenOptions,
  stdin: AsyncIterable<Uint8Array>,
): Promise<OpenedSource> {
  return describedSource(await openTable(paths, options, stdin), options);
}

/** Opens files as one table: checks them, and cuts their header. */
export async function openTable(
  paths: readonly string[],
  options: TableOptions,
  stdin: AsyncIterable<Uint8Array>,
): Promise<OpenedTable> {
  const opened: OpenFile[] = [];
  const files = await expandedPaths(paths);
  const twice = files.find((file, i) => files.indexOf(file) !== i);
  if (twice !== undefined) throw new UserError(`${twice} is named twice: its records would count double`);
  for (const path of files) opened.push(await openFile(path, stdin, options));
  if (opened.length === 0) throw new UserError('no file is named');
  const tables: Table[] = [];
  for (const file of opened) tables.push(await tableOf(file, options));
  const [first, ...others] = tables as [Table, ...Table[]];
  const name = first.open.file.name;
  const filled = tables.find(({ head }) => head.records.length > 0);
  if (!filled && !first.open.whole) {
    throw inputError(`${name}: the first record has no end within 256 KB`, 'check that its quotes are closed');
  }
  const known = await knownProfile(name, { names: first.head.names, records: (filled ?? first).head.records }, options);
  const layouts = tables.map((table) => layoutOfTable(table, known));
  const names = (i: number) => layouts[i]?.names ?? tables[i]?.head.names ?? [];
  for (const [i, other] of others.entries()) sameHeader(other.open.file.name, names(i + 1), name, names(0));
  const odd = layouts.some((layout) => layout !== null) || others.some((other) => other.delimiter !== first.delimiter);
  const readable = tables.map((table, i) => readableTable(table, odd ? (layouts[i] ?? plainLayout(table.head)) : null));
  const header = distinctNames(names(0));
  const renamed = renamedColumns(name, names(0), header);
  return {
    files: readable.map(({ file }) => file),
    dialect: { delimiter: odd ? ',' : first.delimiter },
    header,
    known,
    sample: filled ? sampleOf(filled, layouts[tables.indexOf(filled)] ?? null) : [],
    renamed,
    notes: [
      ...readable.flatMap(({ reading }) => openingNotes(reading)),
      ...opened.flatMap(({ file }) => file.relation?.notes ?? []),
      ...renamed.map(note),
    ],
    stored: files,
    readings: readable.map(({ reading }) => reading),
  };
}

/** What the columns of a table mean, where there is one defensible answer. */
export function describedSource(
  { known, sample, renamed: _, ...table }: OpenedTable,
  options: OpenOptions,
): OpenedSource {
  const name = table.files[0]?.name ?? '';
  if (sample.length === 0) {
    throw new UserError(`${name}: has a header and no records`, { exitCode: EXIT.tooLittleData });
  }
  const delimiter = table.readings[0]?.delimiter.value;
  const { profile, notes } = profileFor(name, table.header, sample, { ...options, delimiter }, known);
  return { ...table, profile, notes: [...table.notes, ...notes.map(note)] };
}

/** Names that stand in a header more than once, and what their columns are called here. */
function renamedColumns(file: string, names: readonly string[], header: readonly string[]): string[] {
  const renamed = [...new Set(names.filter((name, i) => name !== header[i]))];
  return renamed.map((name) => {
    const called = header.filter((_, i) => names[i] === name).map((distinct) => `"${distinct}"`);
    return `${file}: ${called.length} columns are named "${name}": they are called ${called.join(' and ')}`;
  });
}

/** What a reader of figures must know of how a file was opened: only what could have been otherwise. */
function openingNotes({ name, member, encoding, layout }: Reading): Note[] {
  const others = member?.others ?? [];
  return [
    ...(encoding.value === 'utf-8' || encoding.reason.startsWith('named')
      ? []
      : [note(`${name}: read as ${encoding.value}: ${encoding.reason}`)]),
    ...(others.length > 0 ? [note(`${name}: left aside: ${others.join(', ')} (--sheet names another)`)] : []),
    ...(layout ? [note(`${name}: ${layout.reason}`)] : []),
  ];
}

function sameHeader(name: string, theirs: readonly string[], firstName: string, header: readonly string[]): void {
  const at = theirs.length === header.length ? theirs.findIndex((column, i) => column !== header[i]) : 0;
  if (at < 0) return;
  const differ = theirs.length === header.length ? `column ${at + 1} is "${theirs[at]}"` : `${theirs.length} columns`;
  const expected = theirs.length === header.length ? `"${header[at]}"` : `${header.length}`;
  throw inputError(`${name}: the header differs from that of ${firstName}: ${differ}, not ${expected}`);
}
