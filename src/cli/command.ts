import type { SharedWork } from '../commands/shared-work.ts';
import type { Format } from '../render/index.ts';
import type { HeadlineFigure } from '../report/headline-figures.ts';
import type { Report } from '../report/report.ts';

/** An option as data: help, parsing and documentation all read it. */
export interface OptionSpec {
  /** As commander writes it: `--every <period>`, `--strict`. */
  readonly flags: string;
  readonly description: string;
  readonly choices?: readonly string[];
  /** May be given several times; the values come as a list. */
  readonly repeats?: boolean;
  /** Its value is a file that is written. */
  readonly writes?: boolean;
  /** Checks and converts the text as soon as the line is read; throws `UserError`. */
  readonly parse?: (text: string) => unknown;
}

/** How many records a file has, and how many of its records and cells could not be read. */
export interface FileCount {
  readonly records: number;
  readonly rejects: number;
}

/** What a command may use of the world. */
export interface Context {
  readonly stdin: AsyncIterable<Uint8Array>;
  /** True where standard input is a keyboard, from which nothing will come by itself. */
  readonly stdinIsTerminal: boolean;
  /** Says what is going on while `work` takes long. */
  progress<T>(text: string | (() => string), work: Promise<T>): Promise<T>;
  /** Tables and tallies that several command lines of one run share. */
  readonly shared?: SharedWork;
  /** Is told what a file holds that was read. */
  readonly counted?: (path: string, count: FileCount) => void;
}

/** The same for a command that has others carried out. */
export interface ProgramContext extends Context {
  readonly program: Program;
}

/** What such a command may ask of the program: to carry out other command lines, which share what they read. */
export interface Program {
  readonly version: string;
  /** True where no person is watching: `CI=true`. */
  readonly isCi: boolean;
  /** The options of a command, by its name; none where there is no such command. */
  optionsOf(command: string): Promise<readonly OptionSpec[]>;
  /** Throws where the command line of a file is wrong by itself, before anything is read. */
  understand(words: readonly string[], file: string): Promise<Understood>;
  /** The report of a command line. */
  report(words: readonly string[], title?: string): Promise<Report>;
  /** The same as it is to be written; the ending of `file` gives the format. */
  produce(words: readonly string[], file: string, title?: string): Promise<Produced>;
  /** The same program, whose command lines share nothing with those of this one. */
  apart(): Program;
  /** Writes a file whole or not at all. */
  write(path: string, pieces: Iterable<string | Uint8Array>): Promise<void>;
}

/** What of a command line can be told before it is carried out. */
export interface Understood {
  /** The words that may name what it reads. */
  readonly reads: readonly string[];
  /** The files that it has written, beside its report. */
  readonly writes: readonly string[];
}

/** What a command line made. */
export interface Produced {
  readonly report: Report;
  readonly format: string;
  /** The report as it is to be written, in pieces. */
  readonly bytes: readonly Uint8Array[];
  /** What else the command line asks to be written, by path. */
  readonly besides: ReadonlyMap<string, readonly Uint8Array[]>;
  /** Its sentences, figures written out. */
  sentences(): Promise<string[]>;
  readonly figures: readonly HeadlineFigure[];
  /** The files that it was made from, by path. */
  readonly counts: ReadonlyMap<string, FileCount>;
}

/** A subcommand as data. */
// biome-ignore lint/suspicious/noExplicitAny: the type of the options varies from command to command
export interface Command<Options = any> {
  readonly name: string;
  readonly summary: string;
  /** The positional arguments, as commander writes them. */
  readonly operands: string;
  /** What they are; sources of records if not given. */
  readonly operandMeaning?: string;
  /** Command lines with what they answer. */
  readonly examples: readonly (readonly [command: string, answers: string])[];
  readonly options: readonly OptionSpec[];
  /** Formats beyond those of every command. */
  readonly formats?: readonly Format[];
  run(operands: readonly string[], options: Options, context: ProgramContext): Promise<Report>;
}
