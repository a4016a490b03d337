import type { Dialect } from './source.ts';

const DELIMITERS = [',', ';', '\t', '|'] as const;

/** The delimiter that cuts the header line into the most fields; a comma where none occurs. */
export function dialectOf(head: Uint8Array): Dialect {
  const line = headerLine(Buffer.from(head.subarray(0, 64 * 1024)).toString('utf8'));
  const counts = DELIMITERS.map((delimiter) => line.split(delimiter).length);
  return { delimiter: DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',' };
}

/** The first line with something on it, without what stands in quotes. */
function headerLine(text: string): string {
  const unquoted = text.replace(/"(?:[^"]|"")*"/g, '');
  return unquoted.split(/\r?\n/).find((line) => line.trim() !== '') ?? '';
}
