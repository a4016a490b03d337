import type { Dialect } from './source.ts';

/** In the order in which they are preferred where the lines fit several: a comma is the most likely to be part of a text. */
const DELIMITERS = ['\t', ';', '|', ','] as const;

/** How many lines are looked at. */
const ENOUGH = 200;

/** The delimiter that cuts most lines into one and the same number of fields; a comma where none occurs. */
export function dialectOf(head: Uint8Array): Dialect {
  const lines = linesOf(Buffer.from(head.subarray(0, 64 * 1024)).toString('utf8'));
  const fits = DELIMITERS.map((delimiter) => ({ delimiter, lines: evenLines(lines, delimiter) }));
  const best = fits.reduce((a, b) => (b.lines > a.lines ? b : a));
  return { delimiter: best.lines > 0 ? best.delimiter : ',' };
}

/** Lines with something on them, without what stands in quotes. */
function linesOf(text: string): string[] {
  const unquoted = text.replace(/(^|[,;\t|\r\n])"(?:[^"]|"")*"(?=[,;\t|\r\n]|$)/g, '$1');
  const lines = unquoted.split(/\r\n|\n|\r/).filter((line) => line.replaceAll(' ', '') !== '');
  return lines.slice(0, Math.max(1, Math.min(ENOUGH, lines.length - 1)));
}

/** How many lines have the commonest number of fields above one. */
function evenLines(lines: readonly string[], delimiter: string): number {
  const counts = new Map<number, number>();
  for (const line of lines) {
    const fields = line.split(delimiter).length;
    if (fields > 1) counts.set(fields, (counts.get(fields) ?? 0) + 1);
  }
  return Math.max(0, ...counts.values());
}
