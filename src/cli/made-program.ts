import { COMMANDS } from '../commands/index.ts';
import { SharedWork } from '../commands/shared-work.ts';
import { UserError } from '../errors.ts';
import { FORMATS, type Format, formatOf, RENDERERS } from '../render/index.ts';
import { completedReport } from '../report/completed-report.ts';
import { type Headlined, headlined } from '../report/headline-figures.ts';
import type { Report } from '../report/report.ts';
import { blocks } from './blocks.ts';
import type { Context, FileCount, Produced, Program, ProgramContext, Understood } from './command.ts';
import { type Invocation, invocation } from './program.ts';
import { writeFile } from './write-file.ts';

/** How a report looks in a file, wherever it is made. */
const PLAIN = { color: false, width: null, toTerminal: false, escapeFormulas: true };
/** How many rows a person is shown at a glance, and so how many sentences are told. */
const ROWS = 24;

/** The program as commands see it that have others carried out. */
export function madeProgram(world: Context, version: string, isCi: boolean): Program {
  const shared = new SharedWork();
  const program: Program = {
    version,
    isCi,
    optionsOf: async (command) =>
      Object.hasOwn(COMMANDS, command) ? ((await COMMANDS[command]?.load())?.default.options ?? []) : [],
    understand: async (words, file) => {
      const invoked = await understood(words, version);
      formatFor(invoked, file);
      return namedFiles(invoked);
    },
    report: async (words, title) => carriedOut(await understood(words, version), inside(), { title }),
    produce: async (words, file, title) => produced(await understood(words, version), file, title, inside()),
    apart: () => madeProgram(world, version, isCi),
    write: writeFile,
  };
  const inside = (): ProgramContext => ({ ...world, shared, program });
  return program;
}

/** What whoever asks for a report gives to it. */
interface Shown {
  readonly title?: string | undefined;
  /** Takes note of the rows of its table as they are read. */
  readonly noted?: (table: Report['table']) => Report['table'];
}

/** Has a command line that was understood make its report, with what only the line tells of it. */
export async function carriedOut(
  { command, operands, options, words }: Invocation,
  context: ProgramContext,
  { title, noted = (table) => table }: Shown = {},
): Promise<Report> {
  const made = await command.run(operands, options, context);
  if (options.ids && made.table.key === undefined)
    throw new UserError(`--ids: the rows of ${command.name} have no ids`);
  return completedReport(made, words, { ids: options.ids ?? false, title, table: noted(made.table) });
}

async function understood(line: readonly string[], version: string): Promise<Invocation> {
  const invoked = await invocation(line, version, { width: 80, out: () => {} });
  if (!invoked) throw new UserError(`${line.join(' ')}: makes no output`);
  return invoked;
}

/** The files that a command line names. */
function namedFiles({ command, words }: Invocation): Understood {
  const flags = command.options.flatMap(({ flags, writes }) => (writes ? [`${/--[\w-]+/.exec(flags)?.[0]}=`] : []));
  const isWritten = (word: string) => flags.some((flag) => word.startsWith(flag));
  const writes = words.filter(isWritten).map((word) => word.slice(word.indexOf('=') + 1));
  return { reads: words.filter((word) => !isWritten(word)), writes };
}

function formatFor({ command, options }: Invocation, file: string): Format {
  if (options.output !== undefined) throw new UserError('-o: the file of an output is named by `file`');
  const format = options.format ?? formatOf(file, [...FORMATS, ...(command.formats ?? [])]);
  if (format) return format;
  throw new UserError(`${file}: the ending names no format`, { hint: 'end it in .csv, .json or .md, or add -f' });
}

/** As bytes at once: texts that wait to be put together are a burden as long as they live. */
async function bytesOf(pieces: AsyncIterable<string>): Promise<Uint8Array[]> {
  const bytes: Uint8Array[] = [];
  for await (const block of blocks(pieces)) bytes.push(Buffer.from(block));
  return bytes;
}

async function produced(
  invoked: Invocation,
  file: string,
  title: string | undefined,
  context: ProgramContext,
): Promise<Produced> {
  const format = formatFor(invoked, file);
  const counts = new Map<string, FileCount>();
  const counted = (path: string, { records, rejects }: FileCount) => {
    counts.set(path, { records, rejects: Math.max(rejects, counts.get(path)?.rejects ?? 0) });
  };
  let figures: Headlined['figures'] = () => [];
  const noted = (table: Report['table']) => {
    const headlines = headlined(table);
    figures = headlines.figures;
    return headlines.table;
  };
  // A terminal, from which nothing comes by itself: what is to be written reads files.
  const report = await carriedOut(invoked, { ...context, stdinIsTerminal: true, counted }, { title, noted });
  const { default: render } = await RENDERERS[format]();
  const bytes = await bytesOf(render(report, { ...PLAIN, escapeFormulas: invoked.options.escapeFormulas }));
  const besides = new Map<string, readonly Uint8Array[]>();
  for (const { path, pieces } of report.files ?? []) besides.set(path, await bytesOf(pieces));
  const { machineText, sentenceText } = await import('../render/cell-text.ts');
  return {
    report,
    format,
    bytes,
    besides,
    sentences: async () => (await report.glance(ROWS)).sentences.map(sentenceText),
    figures: figures(machineText),
    counts,
  };
}
