/** What a server wrote behind the last record that it gave: why there are no more. */
export class BrokenOff extends Error {}

type Row = (string | null)[];

const LONGEST_MESSAGE = 4000;

/**
 * Cuts comma-separated text in which every field is quoted, or `\N` for NULL, into rows, block by block.
 *
 * A server that fails after it has begun to answer can only write its message where the next record would be: what is
 * neither quoted nor `\N` is thrown as `BrokenOff`, as is an end within a record. Behind an empty line stand the extremes
 * of all rows, where a user's profile has them added.
 */
export async function* quotedRows(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Row[]> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let text = '';
  let isOver = false;
  for await (const piece of pieces) {
    text += decoder.decode(piece, { stream: true });
    if (isOver) {
      text = text.slice(0, LONGEST_MESSAGE);
      continue;
    }
    const { rows, rest, isOdd } = cut(text);
    if (rows.length > 0) yield rows;
    [text, isOver] = [rest, isOdd];
  }
  if (text !== '' && !text.startsWith('\n')) throw new BrokenOff(isOver ? text : 'the answer ends within a record');
}

interface Cut {
  readonly rows: Row[];
  /** What is left: a record that has not ended, or from its beginning on what is no record. */
  readonly rest: string;
  readonly isOdd: boolean;
}

function cut(text: string): Cut {
  const rows: Row[] = [];
  let row: Row = [];
  let start = 0;
  for (let at = 0; at < text.length; ) {
    const end = fieldEnd(text, at);
    if (end === null) return { rows, rest: text.slice(start), isOdd: true };
    const after = text[end];
    if (after === undefined) break;
    row.push(fieldOf(text, at, end));
    at = end + 1;
    if (after === ',') continue;
    if (after !== '\n') return { rows, rest: text.slice(start), isOdd: true };
    rows.push(row);
    row = [];
    start = at;
  }
  return { rows, rest: text.slice(start), isOdd: false };
}

/** Where the field that begins at `at` ends; the length of the text where it goes on beyond, null where none begins. */
function fieldEnd(text: string, at: number): number | null {
  if (text[at] === '\\') return text.length === at + 1 || text[at + 1] === 'N' ? Math.min(at + 2, text.length) : null;
  if (text[at] !== '"') return null;
  for (let from = at + 1; ; ) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return text.length;
    if (text[quote + 1] !== '"') return quote + 1;
    from = quote + 2;
  }
}

function fieldOf(text: string, at: number, end: number): string | null {
  if (text[at] === '\\') return null;
  const inner = text.slice(at + 1, end - 1);
  return inner.includes('"') ? inner.replaceAll('""', '"') : inner;
}
