import type { Context } from '../cli/command.ts';
import { chooseEngine } from '../engine/choose-engine.ts';
import type { Question, Reject, TallyResult } from '../engine/engine.ts';
import { inputError, UserError } from '../errors.ts';
import type { SeriesPlan } from '../series/plan.ts';
import { describedSource, type OpenOptions } from '../source/open.ts';
import type { OpenedSource } from '../source/source.ts';
import { isTidy, PROFILE_COLUMN } from '../source/tidy-form.ts';
import { checkConditions, type KeyedCondition } from './conditions.ts';
import { fileCounts } from './file-counts.ts';
import { fiscalOf } from './plan.ts';
import { rejectNotes } from './reading-notes.ts';
import type { SeriesOptions } from './series-options.ts';
import { sharedTable, sharedTallies } from './sharing.ts';

/** The files that a command line names; standard input where it names none. */
export function namedFiles(paths: readonly string[], { stdinIsTerminal }: Context): readonly string[] {
  if (paths.length === 0 && stdinIsTerminal) {
    throw new UserError('no file is named, and nothing comes by standard input', {
      hint: 'name a file, or pipe one in',
    });
  }
  return paths.length === 0 ? ['-'] : paths;
}

/** Opens files as the options of a command say. */
export async function openFiles(
  paths: readonly string[],
  options: SeriesOptions & Pick<OpenOptions, 'again' | 'choose'>,
  context: Context,
): Promise<OpenedSource> {
  const hints = { ...readingHints(options), again: options.again || paths.length > 1 };
  return describedSource(await sharedTable(paths, hints, context), hints);
}

/** What the options of a command say about the reading of files. */
export const readingHints = (options: SeriesOptions): OpenOptions => ({
  ...options,
  order: options.dateOrder,
  fiscal: fiscalOf(options),
  zone: options.timezone,
});

/** A question about the records of a source, with the conditions that some of them must meet. */
interface Asked {
  readonly question: Question;
  readonly period: SeriesPlan['period'];
  readonly conditions: readonly KeyedCondition[];
}

interface Answer {
  readonly source: OpenedSource;
  readonly result: TallyResult;
  /** For each file the tallies of the whole records that count, where repeats were left out. */
  readonly counting?: readonly TallyResult[] | undefined;
}

/** Has all records of a source tallied; gives the source with what there is to know of the engine. */
export async function askSource(
  source: OpenedSource,
  { question, period, conditions }: Asked,
  options: SeriesOptions,
  context: Context,
): Promise<Answer> {
  const { engine, notes } = await chooseEngine(options, source);
  const names = source.files.map(({ name }) => (name === '<stdin>' ? '-' : name)).join(', ');
  const reading = sharedTallies(engine, source, question, period.keys, options, context);
  const { result, notes: repeats, counting, files } = await context.progress(`reading ${names}`, reading);
  if (result.tallies.length === 0) throw nothingFits(source, result.rejects);
  for (const [i, count] of context.counted ? fileCounts(files(), result, period, conditions).entries() : []) {
    context.counted?.(source.stored[i] ?? '', count);
  }
  checkConditions(conditions, result, source);
  checkWritten(question, result, source);
  return { source: { ...source, notes: [...source.notes, ...notes, ...repeats] }, result, counting };
}

/** Where every record has other fields than the header, the header is not one, or it is cut in the wrong places. */
function nothingFits(source: OpenedSource, rejects: readonly Reject[]): UserError {
  const header = JSON.stringify(source.header.join(source.dialect.delimiter).slice(0, 60));
  const [first] = rejectNotes(source, rejects, []);
  return inputError(
    `${source.files[0]?.name}: no record fits the header ${header}${first ? `: ${first.text}` : ''}`,
    'the first line must name the columns; --delimiter says what stands between fields',
  );
}

/** Rows that were written under several profiles do not mean the same by their columns. */
function checkWritten({ keys }: Question, { tallies }: TallyResult, { header, files, profile }: OpenedSource): void {
  const at = keys.findIndex(({ column }) => isTidy(header) && column === header.indexOf(PROFILE_COLUMN));
  const other = at < 0 ? undefined : tallies.find(({ key }) => key[at]?.trim() !== profile.name);
  if (other === undefined) return;
  const names = [profile.name, other.key[at]?.trim() || 'none'];
  throw inputError(`${files[0]?.name}: rows of several profiles: ${names.join(' and ')}`, 'read them one by one');
}
