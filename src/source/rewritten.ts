import { asideKind } from './aside-kind.ts';
import { AsideLog } from './aside-log.ts';
import { csvLine, linesOf } from './csv-line.ts';
import type { Layout } from './layout.ts';
import { LineMap } from './line-map.ts';
import { longRecords } from './long-records.ts';
import type { SetAside } from './reading.ts';
import { recordBatches } from './records.ts';
import type { Dialect, SourceFile } from './source.ts';

/** A file whose table is given as a long one: comma-separated, one header, nothing but records. */
export interface Rewritten {
  readonly file: SourceFile;
  setAside(): readonly SetAside[];
}

/**
 * Gives the table of a file as `layout` says; what is no record is set aside, line numbers stay those of the original.
 *
 * What was set aside and where lines come from is known of the last whole reading, even while another is under way.
 */
export function rewritten(file: SourceFile, dialect: Dialect, layout: Layout): Rewritten {
  let log = { aside: new AsideLog(), lines: new LineMap(), isWhole: false };
  async function* bytes() {
    const own = { aside: new AsideLog(), lines: new LineMap(), isWhole: false };
    if (!log.isWhole) log = own;
    yield* rewrittenBytes(file, dialect, layout, own.aside, own.lines);
    own.isWhole = true;
    log = own;
  }
  const lineOf = (line: number) => {
    const original = log.lines.original(line);
    return file.lineOf ? file.lineOf(original) : original;
  };
  const located = (one: SetAside): SetAside => ({
    ...one,
    examples: one.examples.map(({ line, text }) => ({ line: file.lineOf ? file.lineOf(line) : line, text })),
  });
  return { file: { name: file.name, path: null, bytes, lineOf }, setAside: () => log.aside.all().map(located) };
}

async function* rewrittenBytes(
  file: SourceFile,
  dialect: Dialect,
  layout: Layout,
  aside: AsideLog,
  lines: LineMap,
): AsyncGenerator<Uint8Array> {
  yield Buffer.from(csvLine(layout.names));
  let line = 2;
  let notes = false;
  for await (const batch of recordBatches(file.name, file.bytes(), dialect)) {
    let text = '';
    for (const record of batch) {
      const kind = asideKind(record, layout, notes);
      if (kind === 'header') continue;
      if (kind !== null) {
        aside.add(kind, record.line, record.fields);
        notes ||= kind === 'note' && record.afterBlank;
        continue;
      }
      lines.add(line, record.line);
      for (const fields of longRecords(record.fields, layout, dialect)) {
        const written = csvLine(fields);
        text += written;
        line += linesOf(written);
      }
    }
    if (text !== '') yield Buffer.from(text);
  }
}
