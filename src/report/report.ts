import type { Exact } from '../math/exact.ts';
import type { Note } from '../note.ts';

/**
 * How a column's values are shown: a `quantity` has a unit, a `difference` shows its sign, a `ratio` is a relative
 * change that people read in percent (0.4 is +40 %), a `share` is a part of a whole (0.4 is 40 %), `points` are
 * hundredths of a total (0.4 is +40 pp), a `p-value` is a probability, a `sparkline` is a row of numbers.
 */
export type ColumnKind =
  | 'text'
  | 'quantity'
  | 'difference'
  | 'ratio'
  | 'share'
  | 'points'
  | 'p-value'
  | 'list'
  | 'sparkline';

export interface Column {
  /** In machine output. */
  readonly name: string;
  /** Above the column of a table for people. */
  readonly heading: string;
  readonly kind: ColumnKind;
  /** What is left out first when a terminal is narrow: the highest; 0 is always shown. */
  readonly rank: number;
  /** What it means; a column of the user's own data has none. */
  readonly meaning?: string;
}

/** What stands in a column: raw, formatted only by a renderer. Null is "not available", with a status beside it. */
export type Cell = string | Exact | null | readonly string[] | readonly (number | null)[] | SaidCell;

/** A sentence that stands in a cell. */
interface SaidCell {
  readonly sentence: Sentence;
}

export interface Table {
  readonly columns: readonly Column[];
  readonly rows: Iterable<readonly Cell[]>;
  /** Names of the columns that tell its rows apart; undefined where no figure of it has an id. */
  readonly key?: readonly string[] | undefined;
  /** How many rows belong together, block by block: decimals are decided within one. All are one block if not given. */
  readonly blocks?: readonly number[];
}

/** A table whose rows may come one after the other from a source, to be read once. */
interface StreamedTable extends Omit<Table, 'rows' | 'blocks'> {
  readonly rows: AsyncIterable<readonly Cell[]>;
}

/** A sentence whose figures are still raw. */
export type Sentence = readonly (string | Figure)[];

export interface Figure {
  readonly value: Exact;
  /** A `ratio` follows a word of direction and has no sign; a `signed-ratio` has one; a `percentage` has no percent sign either. */
  readonly kind: 'quantity' | 'difference' | 'ratio' | 'percentage' | 'signed-ratio' | 'share' | 'points' | 'p-value';
}

/** Where the figures come from. */
export interface Provenance {
  readonly command: string;
  /** The operands and options of the command line, but for those of output: enough to run it again. */
  readonly arguments?: readonly string[];
  readonly files: readonly string[];
  readonly profile: string;
  readonly records: number;
  readonly rejected: number;
  /** The files as they lie, where that was asked for. */
  readonly sources?: readonly Fingerprint[];
}

/** What tells whether a file is still the same. */
export interface Fingerprint {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** A further table of a report, whose rows are of another kind than those of the first. */
interface Section {
  readonly name: string;
  readonly table: Table;
}

/** A part of what a person is shown, under a heading of its own. */
export interface GlancePart {
  readonly heading: string;
  readonly table?: Table;
  readonly sentences?: readonly Sentence[];
  /** The words of a command line, shown so that it can be pasted. */
  readonly command?: readonly string[];
}

/** A sentence for an article, with a comment that readers do not see, and what is to be said after it. */
export interface Quotable {
  readonly sentence: Sentence;
  readonly comment: string | null;
  readonly remark: Sentence;
}

/** What a person is shown of a report. */
export interface Glance {
  /** What stands above the table; nothing if not given. */
  readonly parts?: readonly GlancePart[];
  readonly table: Table;
  /** The figures in words, one sentence per series shown. */
  readonly sentences: readonly Sentence[];
  /** What Markdown gives in place of the sentences, to be pasted into an article. */
  readonly quotable?: readonly Quotable[];
  /** What was left out, and how to see it; null when nothing was. */
  readonly omitted: string | null;
}

/** A file beside the report, whose text is made as it is written. */
export interface ReportFile {
  readonly path: string;
  readonly pieces: AsyncIterable<string>;
}

/** A text of the user's own, with notes to places in it. */
export interface Annotated {
  readonly text: string;
  /** In the order of their places; the label is the footnote's. */
  readonly notes: readonly { readonly at: number; readonly label: string; readonly text: string }[];
}

/** Something that holds or does not, for tools that follow tests. */
export interface Check {
  readonly name: string;
  /** The file and line where it is asked for. */
  readonly place: string;
  readonly passed: boolean;
  /** What became of it, in one word. */
  readonly outcome: string;
  readonly text: string;
}

/** What a command returns: tables, notes and provenance; `main` alone renders and writes it. */
export interface Report {
  readonly title: string;
  /** Everything, for machines. */
  readonly table: Table | StreamedTable;
  /** Further tables, which JSON holds beside the first. */
  readonly sections?: readonly Section[];
  /** The same for people, in at most about `rows` rows; null shows all. */
  glance(rows: number | null): Glance | Promise<Glance>;
  /** Complete once the rows have been read, as is `provenance`. */
  readonly notes: readonly Note[];
  readonly provenance: Provenance;
  /** What else the command line asks to be written. */
  readonly files?: readonly ReportFile[];
  /** True where the command found what it looks for, such as a record that breaks a rule: then it exits with 1. */
  readonly finding?: boolean;
  /** True where a part of what was asked could not be done, which the table tells: then it exits with 3. */
  readonly failed?: boolean;
  /** The user's text that Markdown gives back, with what was found written into it. */
  readonly annotated?: Annotated;
  /** What JUnit XML is made of, where a command offers it. */
  readonly checks?: readonly Check[];
}
