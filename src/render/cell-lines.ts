import { textWidth } from './text-width.ts';

/** Cuts a text into lines no wider than `width`: at blanks or behind marks such as a slash, and inside words only where it must. */
export function cellLines(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.split(/(?<=[\s/\\_,;–-])/u).flatMap((part) => slices(part, width))) {
    if (line !== '' && textWidth(line + piece.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
  }
  return [...lines, line.trimEnd()];
}

/** A word that is too wide by itself, in slices; a mark that takes no column stays with its letter. */
function slices(word: string, width: number): string[] {
  if (textWidth(word.trimEnd()) <= width) return [word];
  const found: string[] = [];
  let slice = '';
  for (const character of word) {
    if (textWidth(slice + character) > width) {
      found.push(slice);
      slice = '';
    }
    slice += character;
  }
  return [...found, slice];
}
