import type { Context } from '../cli/command.ts';
import { chooseEngine } from '../engine/choose-engine.ts';
import type { Reject, TallyResult } from '../engine/engine.ts';
import { EXIT, inputError, UserError } from '../errors.ts';
import { type Note, note } from '../note.ts';
import { tallyFiles } from '../records/tally-files.ts';
import type { Provenance } from '../report/report.ts';
import { dateOf } from '../series/coverage.ts';
import type { Dated, UnreadablePeriod } from '../series/dated-tallies.ts';
import { seriesFromTallies } from '../series/from-tallies.ts';
import { perDay } from '../series/per-day.ts';
import type { SeriesPlan } from '../series/plan.ts';
import type { SeriesSet } from '../series/series.ts';
import type { FileOptions } from '../source/file.ts';
import { didYouMean } from '../source/nearest.ts';
import { openSource } from '../source/open.ts';
import type { OpenedSource, Source } from '../source/source.ts';
import { isTidy, PROFILE_COLUMN } from '../source/tidy-form.ts';
import { fiscalOf, type Plan, planOf } from './plan.ts';
import { asideNotes, rejectNotes, totalRows } from './reading-notes.ts';
import type { SeriesOptions } from './series-options.ts';

/** A source with its tallies, from which series of any cadence can be made. */
export interface Tallied<P extends Plan = Plan> {
  readonly source: OpenedSource;
  readonly plan: P;
  readonly result: TallyResult;
}

export interface ReadSeries {
  readonly set: SeriesSet;
  /** What the series were made of. */
  readonly kept: readonly Dated[];
  readonly notes: readonly Note[];
  readonly provenance: Omit<Provenance, 'command'>;
}

/** Files and options in, series out: what every command about series begins with. */
export async function readSeries(
  paths: readonly string[],
  options: SeriesOptions,
  context: Context,
): Promise<ReadSeries> {
  const tallied = await readTallies(paths, options, context);
  return seriesOf(tallied, options, tallied.plan.series);
}

/** Opens the files, checks the options against their columns, and has their records tallied. */
export const readTallies = (paths: readonly string[], options: SeriesOptions, context: Context): Promise<Tallied> =>
  readPlanned(paths, options, context, planOf);

/** The same with a plan of the command's own. */
export async function readPlanned<P extends Plan, O extends SeriesOptions>(
  paths: readonly string[],
  options: O & Pick<FileOptions, 'again'>,
  context: Context,
  planned: (source: Source, options: O) => P,
): Promise<Tallied<P>> {
  if (options.asOf !== undefined) dateOf(options.asOf);
  if (paths.length === 0 && context.stdinIsTerminal) {
    throw new UserError('no file is named, and standard input is a terminal', { hint: 'name a file, or pipe one in' });
  }
  const files = paths.length === 0 ? ['-'] : paths;
  const source = await openFiles(files, options, context);
  const plan = planned(source, options);
  const { engine, notes } = await chooseEngine(options);
  const reading = tallyFiles(engine, source, plan.question, plan.series.period.keys, options);
  const { result, notes: repeats } = await context.progress(`reading ${files.join(', ')}`, reading);
  if (result.tallies.length === 0) throw nothingFits(source, result.rejects);
  checkConditions(plan, result, source);
  checkWritten(plan, result, source);
  return { source: { ...source, notes: [...source.notes, ...notes, ...repeats] }, plan, result };
}

/** Opens files as the options of a command say. */
export function openFiles(
  paths: readonly string[],
  options: SeriesOptions & Pick<FileOptions, 'again'>,
  { stdin }: Context,
): Promise<OpenedSource> {
  const again = options.again || paths.length > 1;
  const hints = { ...options, order: options.dateOrder, fiscal: fiscalOf(options), zone: options.timezone, again };
  return openSource(paths, hints, stdin);
}

/** The series of a tallied source, with what a reader must know about them. */
export function seriesOf({ source, plan, result }: Tallied, options: SeriesOptions, how: SeriesPlan): ReadSeries {
  const series = seriesFromTallies(result, how);
  const { totals, others } = totalRows(series.unreadable);
  const rejected = rejectNotes(source, result.rejects, others);
  if (rejected[0] && series.set.series.every(({ records }) => records.every((count) => count === 0))) {
    throw inputError(`no value can be read: ${rejected[0].text}`, 'name another column with --measure');
  }
  if (options.strict && rejected[0]) throw inputError(rejected[0].text, 'mend the source, or leave out --strict');
  if (series.set.series.length === 0) {
    throw new UserError('no record is left under these conditions', { exitCode: EXIT.tooLittleData });
  }
  return {
    set: options.per === 'day' ? perDay(series.set) : series.set,
    kept: series.kept,
    notes: [
      ...source.notes,
      ...asideNotes(source, totals),
      ...plan.notes,
      ...series.notes,
      ...caveats(source),
      ...rejected,
    ],
    provenance: {
      files: source.files.map(({ name }) => name),
      profile: source.profile.name,
      records: result.records,
      rejected: rejectedRecords(result, others),
    },
  };
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

/** A value that no record has is a slip of the hand, not an empty result. */
function checkConditions({ conditions }: Plan, { tallies }: TallyResult, source: OpenedSource): void {
  for (const { column, values, key, today } of conditions) {
    const known = new Set(tallies.map((tally) => today(tally.key[key] ?? '')));
    const absent = values.find((value) => !known.has(value));
    if (absent === undefined) continue;
    const near = didYouMean(absent, [...known]);
    throw new UserError(`${source.files[0]?.name}: no record has ${column}=${absent}${near}`, {
      hint: known.size <= 30 ? `its values are: ${[...known].sort().join(', ')}` : undefined,
    });
  }
}

/** Rows that were written under several profiles do not mean the same by their columns. */
function checkWritten({ question }: Plan, { tallies }: TallyResult, { header, files, profile }: OpenedSource): void {
  const at = question.keys.findIndex(({ column }) => isTidy(header) && column === header.indexOf(PROFILE_COLUMN));
  const other = at < 0 ? undefined : tallies.find(({ key }) => key[at]?.trim() !== profile.name);
  if (other === undefined) return;
  const names = [profile.name, other.key[at]?.trim() || 'none'];
  throw inputError(`${files[0]?.name}: rows of several profiles: ${names.join(' and ')}`, 'read them one by one');
}

const caveats = (source: OpenedSource): Note[] => source.profile.caveats.map(note);

function rejectedRecords(result: TallyResult, unreadable: readonly UnreadablePeriod[]): number {
  const cells = result.rejects.reduce((sum, { count }) => sum + count, 0);
  return unreadable.reduce((sum, { records }) => sum + records, cells);
}
