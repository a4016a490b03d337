/**
 * The name of one figure of a table: its column, and what identifies the row.
 *
 * `relative_change[2025-H1,checkpoint=Mae Sai]` is the column `relative_change` in the row whose period is 2025-H1 and
 * whose checkpoint is Mae Sai. A part without a name is the period. It stands in single or double quotes of any shell:
 * what a shell or the id itself would take for something else is written as `%` and its hexadecimal UTF-8 bytes.
 */
export interface FigureId {
  readonly column: string;
  /** In the order in which they are written; a subset that fits one row is enough. */
  readonly parts: readonly IdPart[];
}

interface IdPart {
  /** The name of a column. */
  readonly name: string;
  readonly value: string;
}

/** The column whose value stands in an id without its name. */
const BARE = 'period';

/** What stands between the brackets: `2025-H1,checkpoint=Mae Sai`; the period without its name unless `bare` is false. */
export function rowIdText(parts: readonly IdPart[], bare = true): string {
  const nameOf = (name: string) => (bare && name === BARE ? '' : `${encoded(name)}=`);
  return parts.map(({ name, value }) => nameOf(name) + encoded(value)).join(',');
}

/** `value[2025-H1]`; only the column where nothing tells its rows apart. */
export const figureIdText = (column: string, row: string): string => (row === '' ? column : `${column}[${row}]`);

/** Reads an id; null for a text that is none. */
export function readFigureId(text: string): FigureId | null {
  const [, column, row] = /^\s*(\w+)(?:\[(.*)\])?\s*$/su.exec(text) ?? [];
  if (column === undefined) return null;
  const parts = row === undefined || row === '' ? [] : row.split(',').map(readPart);
  return parts.some((part) => part === null) ? null : { column, parts: parts as IdPart[] };
}

function readPart(text: string): IdPart | null {
  const [value, name = BARE, ...more] = text.split('=').reverse();
  const [read, readName] = [decoded(value ?? ''), decoded(name)];
  return read === null || readName === null || more.length > 0 ? null : { name: readName, value: read };
}

/** What means something to an id or a shell, ends of line and other controls, blanks at the ends, and signs that begin a formula. */
const SPECIAL =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  /[\u0000-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069%,=[\]'"`$\\!]|^[\s+\-@]|\s$/g;

const encoded = (text: string): string => text.replace(SPECIAL, encodedCharacter);

function encodedCharacter(character: string): string {
  const code = character.charCodeAt(0);
  return code < 128 ? `%${code.toString(16).toUpperCase().padStart(2, '0')}` : encodeURIComponent(character);
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
