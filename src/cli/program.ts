import { Command as Commander, Option } from 'commander';
import { COMMANDS } from '../commands/index.ts';
import { UserError } from '../errors.ts';
import { FORMATS, type Format } from '../render/index.ts';
import type { Command, OptionSpec } from './command.ts';

/** Options that every command has, because `main` answers them. */
const outputOptions = ({ formats = [] }: Command): readonly OptionSpec[] => [
  { flags: '-f, --format <format>', description: 'what to print', choices: [...FORMATS, ...formats] },
  { flags: '-o, --output <file>', description: 'write to a file; its ending gives the format' },
  { flags: '--color <when>', description: 'colour in tables', choices: ['auto', 'always', 'never'] },
  { flags: '--no-color', description: 'the same as --color never' },
  { flags: '--no-escape-formulas', description: 'leave text that a spreadsheet would run as it is in CSV and TSV' },
  { flags: '--ids', description: 'show the id of each row, which names its figures' },
  { flags: '-q, --quiet', description: 'print no notes; warnings stay' },
];

export interface OutputOptions {
  readonly format?: Format;
  readonly output?: string;
  readonly color?: 'auto' | 'always' | 'never' | false;
  readonly escapeFormulas: boolean;
  readonly quiet?: boolean;
  readonly ids?: boolean;
}

/** A command line that was understood. */
export interface Invocation {
  readonly command: Command;
  readonly operands: readonly string[];
  readonly options: OutputOptions & Record<string, unknown>;
  /** The operands and options as they were written, but for those of output. */
  readonly words: readonly string[];
}

/** Where commander's own texts go. */
interface HelpOutlet {
  readonly width: number;
  out(text: string): void;
}

const EXIT_CODES = `
Exit codes:
  0   done
  1   done, and something was found (check, verify, build --check)
  2   the command line is wrong: a bad option, an unknown column
  3   the input cannot be read, or contradicts itself
  4   there is too little data for what was asked
  70  a bug in border-stats
`;

/** Reads a command line; null when it asked only for help or the version, which is then printed. */
export async function invocation(
  argv: readonly string[],
  version: string,
  outlet: HelpOutlet,
): Promise<Invocation | null> {
  const line = argv[0] === 'help' ? helpLine(argv.slice(1)) : argv;
  const asked = line.find((text) => !text.startsWith('-'));
  let understood: Invocation | null = null;
  const root = new Commander('border-stats')
    .description('Security statistics from agency exports: figures that can be defended in public.')
    .version(version, '--version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .helpCommand('help [command]', 'print help for a command')
    .exitOverride()
    .configureOutput({ writeOut: outlet.out, writeErr: () => {}, getOutHelpWidth: () => outlet.width })
    .configureHelp({ minWidthToWrap: 16 })
    .addHelpText('after', EXIT_CODES);
  for (const [name, { summary, load }] of Object.entries(COMMANDS)) {
    const sub = root.command(name).description(summary).copyInheritedSettings(root).exitOverride();
    if (name !== asked) continue;
    const { default: command } = await load();
    const written = writtenOptions(sub, command);
    describe(sub, command).action((given: string | string[] | undefined, options: Invocation['options']) => {
      const operands = [given ?? []].flat();
      const isOdd = operands.some((text) => /^-./.test(text));
      const words = isOdd ? [...written, '--', ...operands] : [...operands, ...written];
      understood = { command, operands, options, words };
    });
  }
  await parsed(root, line.length === 0 ? ['--help'] : line);
  return understood;
}

/** `help trend` is `trend --help`; of what is no command it is the error that this is none. */
function helpLine(operands: readonly string[]): readonly string[] {
  const [name] = operands;
  return name === undefined || Object.hasOwn(COMMANDS, name) ? [...operands, '--help'] : operands;
}

/** Whatever records are read from. */
const SOURCES =
  'CSV and other text, .xlsx, .ods, .parquet, .json, border.duckdb/table, postgres:// or clickhouse:// addresses; - is standard input';

function describe(sub: Commander, command: Command): Commander {
  sub.argument(command.operands, command.operandMeaning ?? SOURCES);
  for (const spec of [...command.options, ...outputOptions(command)]) sub.addOption(optionOf(spec));
  const examples = command.examples.map(([line, answers]) => `  ${line}\n      ${answers}\n`);
  return sub.addHelpText('after', `\nExamples:\n${examples.join('')}${EXIT_CODES}`);
}

/** Collects the options of a command as its line is read, each as one word. */
function writtenOptions(sub: Commander, command: Command): readonly string[] {
  const words: string[] = [];
  for (const { flags } of command.options) {
    const name = new Option(flags).name();
    sub.on(`option:${name}`, (text?: string) => {
      words.push(text === undefined ? `--${name}` : `--${name}=${text}`);
    });
  }
  return words;
}

function optionOf(spec: OptionSpec): Option {
  const option = new Option(spec.flags, spec.description);
  const parse = spec.parse ?? ((text: string) => text);
  if (spec.choices) option.choices(spec.choices);
  else if (spec.repeats) option.argParser((text, list: unknown[] | undefined) => [...(list ?? []), parse(text)]);
  else if (spec.parse) option.argParser(parse);
  return option;
}

async function parsed(root: Commander, argv: readonly string[]): Promise<void> {
  try {
    await root.parseAsync([...argv], { from: 'user' });
  } catch (error) {
    if (!(error instanceof Error) || !('exitCode' in error) || error instanceof UserError) throw error;
    if (error.exitCode === 0) return;
    throw new UserError(messageOf(error), { hint: 'border-stats --help lists commands and options', cause: error });
  }
}

/** Commander's message in the form of ours: lower case, one line, no full stop. */
function messageOf(error: Error): string {
  return error.message
    .replace(/^error: /, '')
    .replace(/\.$/, '')
    .replace(/\.?\s*\n\(Did you mean (.*)\?\)$/, '; did you mean $1?');
}
