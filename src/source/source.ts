import type { Note } from '../note.ts';
import type { Profile } from './profile.ts';
import type { Reading } from './reading.ts';
import type { Relation } from './relation.ts';

/** A file or a stream whose bytes are UTF-8 from here on; a stream can be read only once, unless the source was opened to be read `again`. */
export interface SourceFile {
  /** As the user wrote it. */
  readonly name: string;
  /** Where a regular, uncompressed UTF-8 file lies, so that an engine may read it by itself. */
  readonly path: string | null;
  bytes(): AsyncIterable<Uint8Array>;
  /** The line of the file as it lies, or the row of its sheet, that a line of `bytes` comes from, where they differ. */
  readonly lineOf?: ((line: number) => number) | undefined;
  /** The records where a database can be asked about them; `bytes` then gives the same. */
  readonly relation?: Relation | undefined;
}

/** How the text of a table is cut into fields. */
export interface Dialect {
  readonly delimiter: string;
}

/** One or more files with the same header: all that is needed to count their records. */
export interface SourceTable {
  readonly files: readonly SourceFile[];
  readonly dialect: Dialect;
  readonly header: readonly string[];
}

/** A table whose columns are understood. */
export interface Source extends SourceTable {
  readonly profile: Profile;
  /** What was decided on opening, for the reader. */
  readonly notes: readonly Note[];
}

/** A source with how each of its files was read. */
export interface OpenedSource extends Source {
  /** Where each file is stored, as the user wrote it or a pattern of his found it; `-` is standard input. */
  readonly stored: readonly string[];
  readonly readings: readonly Reading[];
}
