import { COMMANDS } from '../commands/index.ts';
import { UserError } from '../errors.ts';
import { FORMATS, formatOf, RENDERERS } from '../render/index.ts';
import { completedReport } from '../report/completed-report.ts';
import { headlineFigures } from '../report/headline-figures.ts';
import type { Context, Produced, Program, ProgramContext } from './command.ts';
import { invocation } from './program.ts';
import { writeFile } from './write-file.ts';

/** How a report looks in a file, wherever it is made. */
const PLAIN = { color: false, width: null, toTerminal: false, escapeFormulas: true };
/** How many rows a person is shown at a glance, and so how many sentences are told. */
const ROWS = 24;

/** The program as commands see it that are made of others. */
export function madeProgram(world: Context, version: string, isCi: boolean): Program {
  const program: Program = {
    version,
    isCi,
    optionsOf: async (command) => (await COMMANDS[command]?.load())?.default.options ?? [],
    produce: (words, file, title) => produced(words, file, title, { ...world, shared, program }, version),
    write: (path, text) => writeFile(path, [text]),
  };
  const shared = new Map<string, Promise<unknown>>();
  return program;
}

async function produced(
  line: readonly string[],
  file: string,
  title: string | undefined,
  context: ProgramContext,
  version: string,
): Promise<Produced> {
  const invoked = await invocation(line, version, { width: 80, out: () => {} });
  if (!invoked) throw new UserError(`${line.join(' ')}: makes no output`);
  const { command, operands, options, words } = invoked;
  if (options.output !== undefined) throw new UserError('-o: the file of an output is named by `file`');
  const format = options.format ?? formatOf(file, [...FORMATS, ...(command.formats ?? [])]);
  if (!format)
    throw new UserError(`${file}: the ending names no format`, { hint: `end it in .csv, .json or .md, or add -f` });
  const made = await command.run(operands, options, context);
  const report = completedReport(title === undefined ? made : { ...made, title }, words, options.ids ?? false);
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
