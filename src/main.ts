import { blocks } from './cli/blocks.ts';
import { colorWanted } from './cli/color.ts';
import type { Context, ProgramContext } from './cli/command.ts';
import { carriedOut, madeProgram } from './cli/made-program.ts';
import { type Invocation, invocation, type OutputOptions } from './cli/program.ts';
import { writeFile } from './cli/write-file.ts';
import { EXIT, type ExitCode, inputError, refusalHint, UserError } from './errors.ts';
import { FORMATS, type Format, formatOf, RENDERERS } from './render/index.ts';
import { safeText } from './render/safe-text.ts';
import { wrapped } from './render/wrapped.ts';
import type { Report } from './report/report.ts';

/** A stream that text is written to. */
export interface Outlet {
  readonly isTerminal: boolean;
  readonly columns: number | null;
  /** Resolves when more may be written; false once the reader has gone. Rejects when a device or a disk refuses. */
  write(text: string): Promise<boolean>;
}

/** All that the program touches. */
export interface World {
  readonly version: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: Outlet;
  readonly stderr: Outlet;
  readonly context: Context;
}

/** The width of help that is piped. */
const HELP_WIDTH = 80;

/** Runs one command line; gives the exit code. The only place that prints. */
export async function main(argv: readonly string[], world: World): Promise<number> {
  try {
    let help = '';
    const width = world.stdout.columns ?? HELP_WIDTH;
    const out = (text: string) => {
      help += text;
    };
    const invoked = await invocation(argv, world.version, { width, out });
    if (help !== '') await printed(help, world);
    return invoked ? await answered(invoked, world) : EXIT.ok;
  } catch (error) {
    await world.stderr.write(error instanceof UserError ? complaint(error) : bug(error)).catch(() => {});
    return error instanceof UserError ? error.exitCode : EXIT.bug;
  }
}

async function answered(invoked: Invocation, world: World): Promise<ExitCode> {
  const { command, options } = invoked;
  const format = options.format ?? formatFor(options, [...FORMATS, ...(command.formats ?? [])], world);
  const renderer = RENDERERS[format]();
  const report = await carriedOut(invoked, contextOf(world));
  const { default: render } = await renderer;
  for (const { path, pieces } of report.files ?? []) await writeFile(path, pieces);
  const file = options.output === '-' ? undefined : options.output;
  const toTerminal = file === undefined && world.stdout.isTerminal;
  const style = {
    color: file === undefined || options.color === 'always' ? colorWanted(options.color, world) : false,
    width: toTerminal ? world.stdout.columns : null,
    toTerminal,
    escapeFormulas: options.escapeFormulas,
  };
  const pieces = render(report, style);
  if (file !== undefined) await writeFile(file, pieces);
  else for await (const piece of blocks(pieces)) if (!(await printed(piece, world))) return EXIT.ok;
  await world.stderr.write(noteText(report, options, format, world.stderr.columns)).catch(() => {});
  return report.failed ? EXIT.input : report.finding ? EXIT.finding : EXIT.ok;
}

function contextOf({ context, version, env }: World): ProgramContext {
  return { ...context, program: madeProgram(context, version, env.CI === 'true' || env.CI === '1') };
}

function printed(text: string, { stdout }: World): Promise<boolean> {
  return stdout.write(text).catch((cause: NodeJS.ErrnoException) => {
    throw inputError(`standard output cannot be written (${cause.code})`, refusalHint(cause), cause);
  });
}

function formatFor({ output }: OutputOptions, formats: readonly Format[], { stdout }: World): Format {
  if (output === undefined || output === '-') return stdout.isTerminal ? 'table' : 'csv';
  const format = formatOf(output, formats);
  if (format) return format;
  throw new UserError(`-o ${output}: the ending names no format`, {
    hint: `end it in one of: .${formats.map((one) => (one === 'junit' ? 'xml' : one)).join(', .')}; or add -f`,
  });
}

/** Notes go to stderr for people; Markdown carries them itself. */
function noteText({ notes }: Report, { quiet }: OutputOptions, format: Format, width: number | null): string {
  const told = notes.filter(({ level }) => level === 'warning' || (!quiet && format !== 'md'));
  return told.map(({ level, text }) => `${wrapped(`${level}: ${safeText(text)}`, width)}\n`).join('');
}

function complaint({ message, hint }: UserError): string {
  return `error: ${safeText(message)}\n${hint === undefined ? '' : `hint: ${safeText(hint)}\n`}`;
}

function bug(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `${stack}\nThis is a bug in border-stats: please report it with the command line and these lines.\n`;
}
