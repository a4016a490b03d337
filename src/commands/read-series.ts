import type { Context } from '../cli/command.ts';
import type { Reject, TallyResult } from '../engine/engine.ts';
import { EXIT, inputError, UserError } from '../errors.ts';
import { counted, type Note, note, warning } from '../note.ts';
import type { Provenance } from '../report/report.ts';
import { dateOf } from '../series/coverage.ts';
import { type SeriesResult, seriesFromTallies, type UnreadablePeriod } from '../series/from-tallies.ts';
import { perDay } from '../series/per-day.ts';
import type { SeriesPlan } from '../series/plan.ts';
import type { SeriesSet } from '../series/series.ts';
import { didYouMean } from '../source/nearest.ts';
import { openSource } from '../source/open.ts';
import type { Source } from '../source/source.ts';
import { type Plan, planOf } from './plan.ts';
import type { SeriesOptions } from './series-options.ts';

/** A source with its tallies, from which series of any cadence can be made. */
export interface Tallied {
  readonly source: Source;
  readonly plan: Plan;
  readonly result: TallyResult;
}

export interface ReadSeries {
  readonly set: SeriesSet;
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
export async function readTallies(
  paths: readonly string[],
  options: SeriesOptions,
  context: Context,
): Promise<Tallied> {
  if (options.asOf !== undefined) dateOf(options.asOf);
  if (paths.length === 0 && context.stdinIsTerminal) {
    throw new UserError('no file is named, and standard input is a terminal', { hint: 'name a file, or pipe one in' });
  }
  const files = paths.length === 0 ? ['-'] : paths;
  const reading = { ...options, order: options.dateOrder, fiscal: options.fiscalStart, zone: options.timezone };
  const source = await openSource(files, reading, context.stdin);
  const plan = planOf(source, options);
  const { referenceEngine } = await import('../engine/reference.ts');
  const result = await context.progress(`reading ${files.join(', ')}`, referenceEngine.tally(source, plan.question));
  checkConditions(plan, result, source);
  return { source, plan, result };
}

/** The series of a tallied source, with what a reader must know about them. */
export function seriesOf({ source, plan, result }: Tallied, options: SeriesOptions, how: SeriesPlan): ReadSeries {
  const series = seriesFromTallies(result, how);
  const rejected = rejectNotes(source, result.rejects, series.unreadable);
  if (options.strict && rejected[0]) throw inputError(rejected[0].text, 'mend the source, or leave out --strict');
  if (series.set.series.length === 0) {
    throw new UserError('no record is left under these conditions', { exitCode: EXIT.tooLittleData });
  }
  return {
    set: options.per === 'day' ? perDay(series.set) : series.set,
    notes: [...source.notes, ...plan.notes, ...series.notes, ...caveats(source), ...rejected],
    provenance: {
      files: source.files.map(({ name }) => name),
      profile: source.profile.name,
      records: result.records,
      rejected: rejectedRecords(result, series),
    },
  };
}

/** A value that no record has is a slip of the hand, not an empty result. */
function checkConditions({ conditions }: Plan, { tallies }: TallyResult, source: Source): void {
  for (const { column, values, key } of conditions) {
    const known = new Set(tallies.map((tally) => (tally.key[key] ?? '').trim()));
    const absent = values.find((value) => !known.has(value));
    if (absent === undefined) continue;
    const near = didYouMean(absent, [...known]);
    throw new UserError(`${source.files[0]?.name}: no record has ${column}=${absent}${near}`, {
      hint: known.size <= 30 ? `its values are: ${[...known].sort().join(', ')}` : undefined,
    });
  }
}

const caveats = (source: Source): Note[] => source.profile.caveats.map(note);

function rejectedRecords(result: TallyResult, series: SeriesResult): number {
  const cells = result.rejects.reduce((sum, { count }) => sum + count, 0);
  return series.unreadable.reduce((sum, { records }) => sum + records, cells);
}

/** What could not be read, with its first lines. */
function rejectNotes(source: Source, rejects: readonly Reject[], unreadable: readonly UnreadablePeriod[]): Note[] {
  const place = (file: number, line: number) => `${source.files[file]?.name}:${line}`;
  const cells = rejects.map(({ column, reason, count, examples }) => {
    const [first] = examples;
    const where = first ? place(first.file, first.line) : '';
    const lines = examples.slice(1).map(({ line }) => line);
    const also = lines.length > 0 ? `; also lines ${lines.join(', ')}${count > examples.length ? ' …' : ''}` : '';
    if (column === null) return warning(`${counted(count, 'record')} left out: ${reason}, first at ${where}${also}`);
    const cell = `${where} column ${source.header[column]}: ${JSON.stringify(first?.text.slice(0, 60))}`;
    return warning(`${counted(count, 'cell')} left out: ${reason}, first at ${cell}${also}`);
  });
  const [first] = unreadable;
  if (!first) return cells;
  const records = unreadable.reduce((sum, one) => sum + one.records, 0);
  const at = place(first.first.file, first.first.line);
  const text = `${counted(records, 'record')} left out: not a period, first at ${at}: ${JSON.stringify(first.text.slice(0, 60))}`;
  return [...cells, warning(text)];
}
