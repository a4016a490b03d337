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
  /** Checks and converts the text as soon as the line is read; throws `UserError`. */
  readonly parse?: (text: string) => unknown;
}

/** What a command may use of the world. */
export interface Context {
  readonly stdin: AsyncIterable<Uint8Array>;
  /** True where standard input is a keyboard, from which nothing will come by itself. */
  readonly stdinIsTerminal: boolean;
  /** Says what is going on while `work` takes long. */
  progress<T>(text: string, work: Promise<T>): Promise<T>;
  /** Sources and tallies that several command lines of one run share, by what was asked. */
  readonly shared?: Map<string, Promise<unknown>>;
  /** Understands another command line, such as the one that made a report; null where its command has no such option. */
  understood?(words: readonly string[], needs: string): Promise<Understood | null>;
}

/** The same for a command that is made of others. */
export interface ProgramContext extends Context {
  readonly program: Program;
}

/** What such a command may ask of the program. */
export interface Program {
  readonly version: string;
  /** True where no person is watching: `CI=true`. */
  readonly isCi: boolean;
  /** The options of a command, by its name. */
  optionsOf(command: string): Promise<readonly OptionSpec[]>;
  /** Carries out a command line without printing; the ending of `file` gives the format. */
  produce(words: readonly string[], file: string, title?: string): Promise<Produced>;
  /** Writes a file whole or not at all. */
  write(path: string, text: string): Promise<void>;
}

/** What a command line made. */
export interface Produced {
  readonly report: Report;
  readonly format: string;
  /** The report as it is to be written. */
  readonly text: string;
  /** Its sentences, figures written out. */
  readonly sentences: readonly string[];
  readonly figures: readonly HeadlineFigure[];
}

/** A command line that was understood, but not yet carried out. */
interface Understood {
  readonly command: Command;
  readonly operands: readonly string[];
  // biome-ignore lint/suspicious/noExplicitAny: the type of the options varies from command to command
  readonly options: any;
}

/** A subcommand as data. */
// biome-ignore lint/suspicious/noExplicitAny: the type of the options varies from command to command
export interface Command<Options = any> {
  readonly name: string;
  readonly summary: string;
  /** The positional arguments, as commander writes them. */
  readonly operands: string;
  /** Command lines with what they answer. */
  readonly examples: readonly (readonly [command: string, answers: string])[];
  readonly options: readonly OptionSpec[];
  /** Formats beyond those of every command. */
  readonly formats?: readonly Format[];
  run(operands: readonly string[], options: Options, context: ProgramContext): Promise<Report>;
}
