import { CsvError, Parser } from 'csv-parse';
import { inputError } from '../errors.ts';
import { neverClosed } from './never-closed.ts';
import { isBlank } from './raggedness.ts';
import { MOST_RECORD_BYTES, recordTooLong } from './record-too-long.ts';
import type { Dialect } from './source.ts';
import type { Located } from './table-head.ts';

/** One record: its fields as text, and the line on which it starts. */
type OnRecord = (fields: string[], line: () => number) => void;

/** Cuts what is written to it, block by block. */
function cutRecords(name: string, dialect: Dialect, onRecord: OnRecord, truncated: boolean) {
  const parser = new RecordParser(dialect, onRecord);
  let failure: unknown;
  parser.on('error', (error) => {
    failure ??= error;
  });
  parser.resume();
  return {
    failed: () => failure !== undefined,
    lastLine: () => parser.lastLine,
    async write(chunk: Uint8Array): Promise<void> {
      if (failure === undefined && !parser.write(chunk)) await settled(parser, 'drain');
    },
    async end(): Promise<void> {
      if (failure === undefined && !truncated) {
        parser.end();
        await settled(parser, 'end');
      }
      if (failure !== undefined && !truncated) throw readable(name, failure, parser.openLine());
    },
  };
}

/**
 * Cuts UTF-8 bytes into records, the header among them: those of each block of bytes, with their lines, and
 * `afterBlank` where lines with nothing in them stand before one.
 *
 * A line of nothing but blanks and delimiters is no record. A quote inside an unquoted field is text. A quote that
 * never closes is an error that names the line of its record. `truncated` says that the bytes are only the beginning of
 * a table: then the record that they end in is left out.
 */
export async function* recordBatches(
  name: string,
  bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  dialect: Dialect,
  truncated = false,
): AsyncGenerator<Located[]> {
  let batch: Located[] = [];
  let last = 0;
  const take = (fields: string[], line: () => number) => {
    if (isBlank(fields)) return;
    const start = line();
    batch.push({ fields, line: start, afterBlank: start > last + 1 });
    last = cutter.lastLine();
  };
  const cutter = cutRecords(name, dialect, take, truncated);
  for await (const chunk of bytes) {
    if (cutter.failed()) break;
    await cutter.write(chunk);
    yield batch;
    batch = [];
  }
  await cutter.end();
  yield batch;
}

/** Takes each record as it is cut, which spares csv-parse a description of the parser's state per record. */
class RecordParser extends Parser {
  /** The line on which the last record ended. */
  lastLine = 0;
  /** How often csv-parse has counted a line end twice: it does so with CRLF in quotes. */
  #doubled = 0;
  #emptyLines = 0;
  readonly #onRecord: OnRecord;

  constructor({ delimiter }: Dialect, onRecord: OnRecord) {
    super({
      bom: true,
      delimiter,
      max_record_size: MOST_RECORD_BYTES,
      record_delimiter: LINE_ENDS,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    });
    this.#onRecord = onRecord;
  }

  override push(fields: string[] | null): boolean {
    if (fields === null) return super.push(null);
    const inside = this.info.lines - this.#doubled > this.lastLine + 1 ? lineEndsIn(fields) : [];
    this.#doubled += inside.filter((end) => end === '\r\n').length;
    this.lastLine = this.info.lines - this.#doubled;
    this.#emptyLines = this.info.empty_lines;
    this.#onRecord(fields, () => this.lastLine - inside.length);
    return true;
  }

  /** The line on which the record begins that is not yet whole. */
  openLine(): number {
    return this.lastLine + 1 + this.info.empty_lines - this.#emptyLines;
  }
}

/** All of them at any time: files that were put together from others mix them. */
const LINE_ENDS = ['\r\n', '\n', '\r'];

function lineEndsIn(fields: readonly string[]): string[] {
  return fields.flatMap((field) => field.match(/\r\n|\n|\r/g) ?? []);
}

function settled(parser: Parser, event: 'drain' | 'end'): Promise<void> {
  return new Promise((resolve) => {
    for (const end of [event, 'error', 'close']) parser.once(end, () => resolve());
  });
}

function readable(name: string, failure: unknown, line: number): unknown {
  if (!(failure instanceof CsvError)) return failure;
  if (failure.code === 'CSV_QUOTE_NOT_CLOSED') {
    return neverClosed(name, line, failure);
  }
  if (failure.code === 'CSV_MAX_RECORD_SIZE') return recordTooLong(name, line, failure);
  return inputError(`${name}: ${failure.message}`, 'check the quotes near that line', failure);
}
