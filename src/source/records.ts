import { CsvError, Parser } from 'csv-parse';
import { inputError } from '../errors.ts';
import type { Dialect } from './source.ts';

/** One record: its fields as text, and the line on which it starts. */
export type OnRecord = (fields: string[], line: () => number) => void;

/**
 * Cuts UTF-8 bytes into records and hands each to `onRecord`, the header among them.
 *
 * A line with nothing in it is no record. A quote inside an unquoted field is text. A quote that never closes is an
 * error that names the line of its record. `truncated` says that the bytes are only the beginning of a table: then the
 * record that they end in is left out.
 */
export async function readRecords(
  name: string,
  bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  dialect: Dialect,
  onRecord: OnRecord,
  truncated = false,
): Promise<void> {
  const parser = new RecordParser(dialect, onRecord);
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
  if (failure !== undefined && !truncated) throw readable(name, failure, parser.lastLine + 1);
}

/** Takes each record as it is cut, which spares csv-parse a description of the parser's state per record. */
class RecordParser extends Parser {
  /** The line on which the last record ended. */
  lastLine = 0;
  readonly #onRecord: OnRecord;

  constructor({ delimiter }: Dialect, onRecord: OnRecord) {
    super({ bom: true, delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: true });
    this.#onRecord = onRecord;
  }

  override push(fields: string[] | null): boolean {
    if (fields === null) return super.push(null);
    this.lastLine = this.info.lines;
    this.#onRecord(fields, () => this.lastLine - newlinesIn(fields));
    return true;
  }
}

function settled(parser: Parser, event: 'drain' | 'end'): Promise<void> {
  return new Promise((resolve) => {
    for (const end of [event, 'error', 'close']) parser.once(end, () => resolve());
  });
}

function newlinesIn(fields: readonly string[]): number {
  let count = 0;
  for (const field of fields) if (field.includes('\n')) count += field.split('\n').length - 1;
  return count;
}

function readable(name: string, failure: unknown, line: number): unknown {
  if (!(failure instanceof CsvError)) return failure;
  if (failure.code === 'CSV_QUOTE_NOT_CLOSED') {
    const hint = 'close it, or check that the file is whole';
    return inputError(`${name}:${line}: a quote in the record that starts here is never closed`, hint, failure);
  }
  return inputError(`${name}: ${failure.message}`, 'check the quotes near that line', failure);
}
