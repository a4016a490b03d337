import { COMMANDS } from '../commands/index.ts';
import { UserError } from '../errors.ts';
import { FORMATS, formatOf, RENDERERS } from '../render/index.ts';
import { completedReport } from '../report/completed-report.ts';
import { headlineFigures } from '../report/headline-figures.ts';
import type { Report } from '../report/report.ts';
import type { Context, Produced, Program, ProgramContext } from './command.ts';
import { type Invocation, invocation } from './program.ts';
import { writeFile } from './write-file.ts';

/** How a report looks in a file, wherever it is made. */
const PLAIN = { color: false, width: null, toTerminal: false, escapeFormulas: true };
/** How many rows a person is shown at a glance, and so how many sentences are told. */
const ROWS = 24;

/** The program as commands see it that have others carried out. */
export function madeProgram(world: Context, version: string, isCi: boolean): Program {
  const shared = new Map<string, Promise<unknown>>();
  const program: Program = {
    version,
    isCi,
    optionsOf: async (command) =>
      Object.hasOwn(COMMANDS, command) ? ((await COMMANDS[command]?.load())?.default.options ?? []) : [],
    report: async (words, title) => carriedOut(await understood(words, version), inside(), title),
    produce: async (words, file, title) => produced(await understood(words, version), file, title, inside()),
    write: (path, text) => writeFile(path, [text]),
  };
  const inside = (): ProgramContext => ({ ...world, shared, program });
  return program;
}

/** Has a command line that was understood make its report, with what only the line tells of it. */
export async function carriedOut(
  { command, operands, options, words }: Invocation,
  context: ProgramContext,
  title?: string,
): Promise<Report> {
  const made = await command.run(operands, options, context);
  if (options.ids && made.table.key === undefined)
    throw new UserError(`--ids: the rows of ${command.name} have no ids`);
  return completedReport(title === undefined ? made : { ...made, title }, words, options.ids ?? false);
}

async function understood(line: readonly string[], version: string): Promise<Invocation> {
  const invoked = await invocation(line, version, { width: 80, out: () => {} });
  if (!invoked) throw new UserError(`${line.join(' ')}: makes no output`);
  return invoked;
}

async function produced(
  invoked: Invocation,
  file: string,
  title: string | undefined,
  context: ProgramContext,
): Promise<Produced> {
  const { command, options } = invoked;
  if (options.output !== undefined) throw new UserError('-o: the file of an output is named by `file`');
  const format = options.format ?? formatOf(file, [...FORMATS, ...(command.formats ?? [])]);
  if (!format)
    throw new UserError(`${file}: the ending names no format`, { hint: `end it in .csv, .json or .md, or add -f` });
  const report = await carriedOut(invoked, context, title);
  const { default: render } = await RENDERERS[format]();
  let text = '';
  for await (const piece of render(report, { ...PLAIN, escapeFormulas: options.escapeFormulas })) text += piece;
  const { machineText, sentenceText } = await import('../render/cell-text.ts');
  const { sentences } = await report.glance(ROWS);
  return {
    report,
    format,
    text,
    sentences: sentences.map(sentenceText),
    figures: headlineFigures(report, machineText),
  };
}
