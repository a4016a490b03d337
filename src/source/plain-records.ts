import { isBlank } from './raggedness.ts';
import type { Dialect } from './source.ts';
import type { Located } from './table-head.ts';

/**
 * The records of the beginning of a table, the one that it ends in left out, as `recordBatches` cuts them; null where there
 * is a quote, which may mean anything. It spares a parser, whose first records cost more than all others of a file.
 */
export function plainRecords(bytes: Uint8Array, { delimiter }: Dialect): Located[] | null {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
  if (text.includes('"')) return null;
  const records: Located[] = [];
  let last = 0;
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  for (const [i, line] of lines.slice(0, -1).entries()) {
    const fields = line.split(delimiter);
    if (isBlank(fields)) continue;
    records.push({ fields, line: i + 1, afterBlank: i > last });
    last = i + 1;
  }
  return records;
}
