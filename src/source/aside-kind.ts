import type { Layout } from './layout.ts';
import type { SetAside } from './reading.ts';
import { cleanName, type Located } from './table-head.ts';

const NOTE_WORDS =
  /^\W*(sources?|notes?|remarks?|footnotes?)\b|^\W*(หมายเหตุ|ที่มา|แหล่งที่มา|แหล่งข้อมูล|ข้อมูล ณ)|^(\*|†|‡|\(?\d\)|\[\w\])/i;

/** What a record is where it is none of the table; null for those that are. `notes` says that one stood before it. */
export function asideKind(record: Located, layout: Layout, notes: boolean): SetAside['kind'] | 'header' | null {
  if (record.line < layout.headerLine) return 'preamble';
  if (record.line < layout.firstLine) return 'header';
  if (isNote(record, layout.width, notes)) return 'note';
  return isHeader(record.fields, layout) ? 'repeated header' : null;
}

/** A short record behind a blank line or another note, or one that says that it is a note. */
export function isNote({ fields, afterBlank }: Located, width: number, notes: boolean): boolean {
  const filled = fields.filter((field) => field.trim() !== '').length;
  if (width < 2 || (fields.length >= width && filled > 1)) return false;
  if (afterBlank && filled <= Math.max(1, width / 2)) return true;
  return notes || NOTE_WORDS.test(fields.find((field) => field.trim() !== '') ?? '');
}

function isHeader(fields: readonly string[], { header }: Layout): boolean {
  return header.some(
    (names) => names.length === fields.length && names.every((name, i) => name === cleanName(fields[i] ?? '')),
  );
}

/** Whether the last lines of a file, of which the first may be cut, are notes behind a blank line. */
export function endsInNotes(tail: Uint8Array, delimiter: string, width: number): boolean {
  const lines = Buffer.from(tail)
    .toString('utf8')
    .trimEnd()
    .split(/\r\n|\n|\r/)
    .slice(1);
  const last = lines[lines.length - 1] ?? '';
  if (last.includes('"') || width < 2) return false;
  const fields = last.split(delimiter);
  const afterBlank = lines.some((line) => line.replaceAll(delimiter, '').trim() === '');
  return isNote({ fields, line: 0, afterBlank }, width, false);
}
