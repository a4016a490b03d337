import { inputError } from '../errors.ts';
import { endsInNotes, isNote } from './aside-kind.ts';
import { dialectOf } from './dialect.ts';
import type { OpenFile } from './file.ts';
import { type Layout, layoutOf } from './layout.ts';
import { longRecords } from './long-records.ts';
import { plainRecords } from './plain-records.ts';
import { DEFAULT_NULLS } from './profile.ts';
import type { KnownProfile } from './profile-for.ts';
import type { Reading } from './reading.ts';
import { recordBatches } from './records.ts';
import type { Relation } from './relation.ts';
import { rewritten } from './rewritten.ts';
import type { Dialect, SourceFile } from './source.ts';
import { cleanName, type Located, type TableHead, tableHead } from './table-head.ts';

/** An opened file whose header is found. */
export interface Table {
  readonly open: OpenFile;
  readonly delimiter: string;
  readonly isNamed: boolean;
  readonly head: TableHead;
}

/** So many records of a longer file tell what its columns hold; cutting more of them only costs time. */
const ENOUGH = 200;
const PIECE_BYTES = 24 * 1024;

/** Cuts the head of a file into records and finds the header among them. */
export async function tableOf(open: OpenFile, options: { readonly delimiter?: string | undefined }): Promise<Table> {
  if (open.file.relation) return relationTable(open, open.file.relation);
  const delimiter = options.delimiter ?? dialectOf(open.head).delimiter;
  const records = await firstRecords(open, { delimiter });
  const head = tableHead(records);
  if (!head) throw inputError(`${open.file.name}: holds no header`, 'the first line must name the columns');
  return { open, delimiter, isNamed: options.delimiter !== undefined, head };
}

/** The names of a relation are known; none of its first rows is a header. */
async function relationTable(open: OpenFile, { columns }: Relation): Promise<Table> {
  const records: Located[] = [];
  for await (const batch of recordBatches(open.file.name, [open.head], { delimiter: ',' })) records.push(...batch);
  const names = columns.map(({ name }) => cleanName(name));
  const [header, ...rows] = records;
  const head = { preamble: [], header: header ? [header] : [], names, records: rows };
  return { open, delimiter: ',', isNamed: false, head };
}

async function firstRecords({ file, head, whole }: OpenFile, dialect: Dialect): Promise<Located[]> {
  const plain = whole ? null : plainRecords(head.subarray(0, PIECE_BYTES), dialect);
  if (plain && plain.length >= ENOUGH) return plain;
  const records: Located[] = [];
  for await (const batch of recordBatches(file.name, pieces(head, whole), dialect, !whole)) {
    records.push(...batch);
    if (!whole && records.length >= ENOUGH) break;
  }
  return records;
}

/** The head of a file, all at once where it is the whole file. */
function* pieces(head: Uint8Array, whole: boolean): Generator<Uint8Array> {
  const size = whole ? head.length : PIECE_BYTES;
  for (let at = 0; at < head.length; at += size) yield head.subarray(at, at + size);
}

export function layoutOfTable({ open, delimiter, head }: Table, known: KnownProfile | null): Layout | null {
  const width = head.names.length;
  const hasNotes = open.whole
    ? head.records.some((record) => isNote(record, width, false))
    : open.tail !== null && endsInNotes(open.tail, delimiter, width);
  const { wide = null, nulls = DEFAULT_NULLS } = known?.profile ?? {};
  return layoutOf(open.file.name, head, { wide, nulls, hasNotes, infer: known === null });
}

/** The first records of a table, as its layout gives them. */
export function sampleOf({ head, delimiter }: Table, layout: Layout | null): readonly (readonly string[])[] {
  if (layout === null) return head.records.map(({ fields }) => fields);
  const kept = head.records.filter((record) => !isNote(record, layout.width, false));
  return kept.flatMap(({ fields }) => longRecords(fields, layout, { delimiter }));
}

/** The file that engines read, and how that came about. */
export function readableTable(table: Table, layout: Layout | null): { file: SourceFile; reading: Reading } {
  const { open, delimiter } = table;
  const { file, setAside } = layout
    ? rewritten(open.file, { delimiter }, layout)
    : { file: open.file, setAside: () => [] };
  const reason = table.isNamed ? 'named by --delimiter' : 'it cuts most lines into as many fields';
  const reading: Reading = {
    name: file.name,
    packing: open.packing,
    member: open.member,
    encoding: open.encoding,
    delimiter: { value: delimiter, reason },
    layout: layout && layout.reason !== '' ? { value: layout.wide ? 'wide' : 'long', reason: layout.reason } : null,
    names: table.head.names,
    wide: layout?.wide ?? null,
    setAside,
  };
  return { file, reading };
}
