import { CsvError, parse } from 'csv-parse';
import { inputError } from '../errors.ts';
import type { Dialect } from './source.ts';

/** One record: its fields as text, and the line on which it starts. */
export type OnRecord = (fields: string[], line: () => number) => void;

/**
 * Cuts UTF-8 bytes into records and hands each to `onRecord`, the header among them.
 *
 * A line with nothing in it is no record. A quote inside an unquoted field is text. A quote that never closes is an
 * error that names its line. `truncated` says that the bytes are only the beginning of a table: then the record that
 * they end in is left out.
 */
export async function readRecords(
  name: string,
  bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  dialect: Dialect,
  onRecord: OnRecord,
  truncated = false,
): Promise<void> {
  const parser = parse({
    bom: true,
    delimiter: dialect.delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    on_record: (fields: string[], { lines }) => {
      onRecord(fields, () => lines - newlinesIn(fields));
      return null;
    },
  });
  let failure: unknown;
  parser.on('error', (error) => {
    failure ??= error;
  });
  parser.resume();
  for await (const chunk of bytes) {
    if (failure !== undefined) break;
    if (!parser.write(chunk)) await settled(parser, 'drain');
  }
  if (failure === undefined && !truncated) {
    parser.end();
    await settled(parser, 'end');
  }
  if (failure !== undefined && !truncated) throw readable(name, failure);
}

function settled(parser: ReturnType<typeof parse>, event: 'drain' | 'end'): Promise<void> {
  return new Promise((resolve) => {
    for (const end of [event, 'error', 'close']) parser.once(end, () => resolve());
  });
}

function newlinesIn(fields: readonly string[]): number {
  let count = 0;
  for (const field of fields) if (field.includes('\n')) count += field.split('\n').length - 1;
  return count;
}

function readable(name: string, failure: unknown): unknown {
  if (!(failure instanceof CsvError)) return failure;
  if (failure.code === 'CSV_QUOTE_NOT_CLOSED') {
    const line = /at line (\d+)/.exec(failure.message)?.[1];
    const place = line === undefined ? name : `${name}:${line}`;
    return inputError(
      `${place}: a quote is opened and never closed`,
      'close it, or check that the file is whole',
      failure,
    );
  }
  return inputError(`${name}: ${failure.message}`, 'check the quotes near that line', failure);
}
