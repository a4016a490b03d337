/** The sentence that a comment follows in its block; where there is none, the one after it. */
export function sentenceBeside(text: string, begins: number, ends: number): string | null {
  const before = text.slice(0, begins).split(BLANK_LINE).at(-1) ?? '';
  const last = sentencesOf(before.slice(startOfBlock(before))).at(-1);
  if (last !== undefined) return last;
  const [after = ''] = text.slice(ends).replace(/^\s+/, '').split(BLANK_LINE);
  const block = after.search(/\n(?=[ >]*(?:[-*+]|\d+[.)]|#+) |[ >]*\|)/);
  return sentencesOf(block < 0 ? after : after.slice(0, block))[0] ?? null;
}

const BLANK_LINE = /\n[ \t>]*\r?\n/;

/** Where the list item, the cell or the line under a heading begins that ends a text. */
function startOfBlock(text: string): number {
  const items = [...text.matchAll(/^[ >]*(?:[-*+]|\d+[.)])[ \t]+|^[ >]*#[^\n]*\n|^[ >]*\|[^\n]*\n/gm)].at(-1);
  const start = items === undefined ? 0 : items.index + items[0].length;
  const line = text.slice(text.lastIndexOf('\n') + 1);
  const cell = /^[ >]*\|/.test(line) ? text.lastIndexOf('|') + 1 : 0;
  return Math.max(start, cell);
}

/** The sentences of a block without its markup. A point between digits, or after one letter, ends none. */
function sentencesOf(block: string): string[] {
  const plain = block
    .replace(/<!--[\s\S]*?-->/g, ' ')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\[\^[^\]]*\]/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/^\s*(?:#+|>|[-*+]|\d+\.)\s+/gm, '')
    .replace(/\|/g, ' ')
    .replace(/(\*\*|__|\*|`|~~)(?=\S)([^*`~]*?\S)\1/g, '$2')
    .replace(/\s+/g, ' ')
    .trim();
  return plain
    .split(/(?<=(?<![\s(.]\p{L}|\b(?:vs|No|ca|approx|Fig))[.!?]["')\]]*) (?=["'([]?[\p{Lu}\p{Lo}\d])/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}
